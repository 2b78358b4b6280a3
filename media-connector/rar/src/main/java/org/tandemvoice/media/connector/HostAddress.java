package org.tandemvoice.media.connector;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;

/** Guesses the address of this machine that phones reach, when the operator names none. */
final class HostAddress {

  private HostAddress() {}

  /**
   * The IPv4 address of the first real interface, by its index; the loopback address if there is
   * none.
   */
  static InetAddress preferred() {
    return first().orElse(InetAddress.getLoopbackAddress());
  }

  private static Optional<InetAddress> first() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(HostAddress::isUsable)
          .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(
              a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.isVirtual();
    } catch (SocketException e) {
      return false;
    }
  }
}
