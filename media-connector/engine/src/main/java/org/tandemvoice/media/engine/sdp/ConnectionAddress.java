package org.tandemvoice.media.engine.sdp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a {@code c=} line (RFC 8866 section 5.7).
 *
 * @param isIp6 written as IP6
 * @param address empty if a host name was written: none is looked up, its owner is found by where
 *     its packets come from
 */
record ConnectionAddress(boolean isIp6, Optional<InetAddress> address) {

  // Exact enough that a literal never becomes a name to be looked up.
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern IP4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IP6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  /** Parses {@code IN IP4 192.0.2.1}. */
  static ConnectionAddress parse(String text) {
    String[] fields = text.trim().split("\\s+");
    if (fields.length < 3 || !fields[0].equals("IN")) {
      throw new SdpException("c= is not 'IN IP4 address' but '" + text + "'");
    }
    boolean isIp6 = fields[1].equals("IP6");
    if (!isIp6 && !fields[1].equals("IP4")) {
      throw new SdpException("c= names the unknown address type '" + fields[1] + "'");
    }
    // RFC 8866 section 5.7: TTL and count after a slash belong to multicast.
    String host = fields[2].split("/", 2)[0];
    boolean isLiteral = (isIp6 ? IP6 : IP4).matcher(host).matches();
    return new ConnectionAddress(isIp6, isLiteral ? Optional.of(literal(host)) : Optional.empty());
  }

  /** RFC 3264 section 8.4: the old way to say "send me nothing". */
  boolean isHold() {
    return address.isPresent() && address.get().isAnyLocalAddress();
  }

  private static InetAddress literal(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isMulticastAddress()) {
        throw new SdpException("c= names the multicast address " + host);
      }
      return address;
    } catch (UnknownHostException e) {
      throw new SdpException("c= names '" + host + "', which is no address");
    }
  }
}
