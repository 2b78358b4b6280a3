package org.tandemvoice.media;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The public part of the Internet: no private, local or reserved address (RFC 6890), also when
 * written as an IPv6 address that carries an IPv4 one. Who fetches a customer's URL asks here.
 */
public final class PublicNetwork {

  private PublicNetwork() {}

  public static boolean contains(InetAddress address) {
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
    boolean isProtocolAssigned = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean isRelay = first == 192 && second == 88 && third == 99;
    boolean isBenchmark = first == 198 && (second == 18 || second == 19);
    boolean isDocumentation =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    return first != 0
        && first < 224
        && !isShared
        && !isProtocolAssigned
        && !isRelay
        && !isBenchmark
        && !isDocumentation;
  }

  private static boolean isPublic6(byte[] bytes) {
    // Only 2000::/3 is global unicast; of it, Teredo, documentation and 6to4 are treated by what
    // they stand for.
    boolean isGlobal = (bytes[0] & 0xE0) == 0x20;
    boolean isNat64 = startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B);
    boolean isTeredo = startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
    boolean isDocumentation = startsWith(bytes, 0x20, 0x01, 0x0D, 0xB8);
    boolean is6to4 = startsWith(bytes, 0x20, 0x02);
    if (is6to4) {
      return carriesPublic4(bytes, 2);
    }
    return isNat64 ? carriesPublic4(bytes, 12) : isGlobal && !isTeredo && !isDocumentation;
  }

  private static boolean carriesPublic4(byte[] bytes, int offset) {
    byte[] carried = {bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]};
    try {
      return contains(InetAddress.getByAddress(carried));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
