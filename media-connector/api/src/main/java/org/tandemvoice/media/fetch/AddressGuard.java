package org.tandemvoice.media.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.tandemvoice.media.PublicNetwork;

/**
 * Says which addresses a customer's URL may lead to: those of the public network, and all if the
 * operator allows it. Whoever connects does so to the address {@link #lookUp} has given, for a name
 * may mean another one a moment later.
 */
public class AddressGuard {

  /** Tells the addresses of a name. */
  @FunctionalInterface
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final boolean allowPrivate;
  private final Names names;

  public AddressGuard(boolean allowPrivate) {
    this(allowPrivate, InetAddress::getAllByName);
  }

  /** With names looked up in this way. */
  public AddressGuard(boolean allowPrivate, Names names) {
    this.allowPrivate = allowPrivate;
    this.names = names;
  }

  public boolean allows(InetAddress address) {
    return allowPrivate || PublicNetwork.contains(address);
  }

  /**
   * The address to connect to for this host. It blocks as long as the name server does.
   *
   * @param host of a URI: a name, or an address, of IPv6 in brackets
   * @throws FetchException if the name is not known, or has an address that is not allowed
   */
  public InetAddress lookUp(String host) throws FetchException {
    try {
      InetAddress[] addresses = names.of(bare(host));
      for (InetAddress address : addresses) {
        if (!allows(address)) {
          throw new FetchException(
              "The host " + host + " is not on the public network (ALLOW_PRIVATE_TARGETS is off)");
        }
      }
      return addresses[0];
    } catch (UnknownHostException e) {
      throw new FetchException("The host " + host + " is not known", e);
    }
  }

  /** The host of a URI without the brackets around an address of IPv6 (RFC 3986 section 3.2.2). */
  public static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
