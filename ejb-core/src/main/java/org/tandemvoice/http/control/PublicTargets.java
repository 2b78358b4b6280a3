package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
        if (!isPublic(address)) {
          return Optional.of(
              "the host " + host + " is not on the public network (ALLOW_PRIVATE_TARGETS is off)");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException unknown) {
      return Optional.of("the host " + host + " is not known");
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    int third = bytes[2] & 0xFF;
    boolean isShared = first == 100 && second >= 64 && second < 128;
    boolean isProtocol = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean isRelay = first == 192 && second == 88 && third == 99;
    boolean isBenchmark = first == 198 && (second == 18 || second == 19);
    boolean isSample =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    boolean isReserved = first == 0 || first >= 224;
    return !isReserved && !isShared && !isProtocol && !isRelay && !isBenchmark && !isSample;
  }

  private static boolean isPublic6(byte[] bytes) {
    // Global unicast is 2000::/3; what carries an IPv4 address in it (2001::/32, 2002::/16) or is
    // for documentation (2001:db8::/32) is left out.
    boolean isGlobal = (bytes[0] & 0xE0) == 0x20;
    boolean is2001 = bytes[0] == 0x20 && bytes[1] == 0x01;
    boolean isTeredo = is2001 && bytes[2] == 0 && bytes[3] == 0;
    boolean isSample = is2001 && bytes[2] == 0x0D && (bytes[3] & 0xFF) == 0xB8;
    boolean is6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
    return isGlobal && !isTeredo && !isSample && !is6to4;
  }
}
