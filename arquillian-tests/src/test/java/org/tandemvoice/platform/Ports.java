package org.tandemvoice.platform;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one server. */
record Ports(
    int http, int management, int sip, int sipWebSocket, int sipTls, int sipSecureWebSocket) {

  /** Below the ports that the system hands to clients, one of which could take ours meanwhile. */
  private static final int FIRST = 12_000;

  private static final int LAST = 19_999;

  /** The ports that the build reserved for the shared server, which has no certificate. */
  static Ports fromSystemProperties() {
    return new Ports(
        Integer.getInteger("tandem.http"),
        Integer.getInteger("tandem.management"),
        Integer.getInteger("tandem.sip"),
        Integer.getInteger("tandem.sip-ws"),
        0,
        0);
  }

  /** Ports that nobody listens on now. */
  static Ports free() {
    List<Integer> free =
        ThreadLocalRandom.current()
            .ints(FIRST, LAST)
            .distinct()
            .filter(Ports::isFree)
            .limit(6)
            .boxed()
            .toList();
    return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
  }

  Map<String, String> environment() {
    return Map.of(
        "HTTP_PORT", Integer.toString(http),
        "MANAGEMENT_PORT", Integer.toString(management),
        "SIP_PORT", Integer.toString(sip),
        "SIP_WS_PORT", Integer.toString(sipWebSocket),
        "SIP_TLS_PORT", Integer.toString(sipTls),
        "SIP_WSS_PORT", Integer.toString(sipSecureWebSocket));
  }

  private static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(address)) {
      tcp.bind(address);
      return udp.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
