package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.media.PublicNetwork;
import org.tandemvoice.media.fetch.AddressGuard;

/**
 * Says whether a customer's URL may be requested: by http or https, and unless the operator allows
 * it to no private, local or reserved address (RFC 6890).
 */
@ApplicationScoped
public class PublicTargets {

  private boolean allowPrivate;

  protected PublicTargets() {}

  /**
   * @param allowPrivate {@code ALLOW_PRIVATE_TARGETS}: whether private and loopback addresses may
   *     be reached; default false
   */
  @Inject
  public PublicTargets(
      @ConfigProperty(name = "ALLOW_PRIVATE_TARGETS", defaultValue = "false")
          boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /** What judges the addresses that are connected to. */
  AddressGuard guard() {
    return new AddressGuard(allowPrivate);
  }

  /** A sentence that says why this must not be requested; empty if it may. */
  public Optional<String> objection(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("the URL " + uri + " is not of http or https");
    }
    if (uri.getHost() == null) {
      return Optional.of("the URL " + uri + " names no host");
    }
    return allowPrivate ? Optional.empty() : objection(uri.getHost());
  }

  private static Optional<String> objection(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!PublicNetwork.contains(address)) {
          return Optional.of(
              "the host " + host + " is not on the public network (ALLOW_PRIVATE_TARGETS is off)");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException unknown) {
      return Optional.of("the host " + host + " is not known");
    }
  }
}
