package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.media.fetch.AddressGuard;
import org.tandemvoice.media.fetch.FetchException;

/**
 * Says whether a customer's URL may be requested: by http or https, and unless the operator allows
 * it to no private, local or reserved address (RFC 6890).
 */
@ApplicationScoped
public class PublicTargets {

  private boolean allowPrivate;
  private AddressGuard guard;

  protected PublicTargets() {}

  /**
   * @param allowPrivate {@code ALLOW_PRIVATE_TARGETS}: whether private and loopback addresses may
   *     be reached; default false
   */
  @Inject
  public PublicTargets(
      @ConfigProperty(name = "ALLOW_PRIVATE_TARGETS", defaultValue = "false")
          boolean allowPrivate) {
    this(allowPrivate, InetAddress::getAllByName);
  }

  /** With names looked up in this way. */
  PublicTargets(boolean allowPrivate, AddressGuard.Names names) {
    this.allowPrivate = allowPrivate;
    this.guard = new AddressGuard(allowPrivate, names);
  }

  /** What judges the addresses that are connected to. */
  AddressGuard guard() {
    return guard;
  }

  /** A sentence that says why this must not be requested; empty if it may. */
  public Optional<String> objection(URI uri) {
    try {
      requireWeb(uri);
      if (!allowPrivate) {
        guard.lookUp(uri.getHost());
      }
      return Optional.empty();
    } catch (FetchException refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /**
   * The address to connect to for this URL.
   *
   * @throws FetchException if it must not be requested
   */
  InetAddress address(URI uri) throws FetchException {
    requireWeb(uri);
    return guard.lookUp(uri.getHost());
  }

  private static void requireWeb(URI uri) throws FetchException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchException("the URL " + uri + " is not of http or https");
    }
    if (uri.getHost() == null) {
      throw new FetchException("the URL " + uri + " names no host");
    }
  }
}
