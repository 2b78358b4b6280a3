package org.tandemvoice.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The ports of one server. */
record Ports(int http, int management, int sip, int sipWebSocket) {

  /** The ports that the build reserved for the shared server. */
  static Ports fromSystemProperties() {
    return new Ports(
        Integer.getInteger("tandem.http"),
        Integer.getInteger("tandem.management"),
        Integer.getInteger("tandem.sip"),
        Integer.getInteger("tandem.sip-ws"));
  }

  /** Four ports that nobody listens on now. */
  static Ports free() {
    try (ServerSocket http = anyPort();
        ServerSocket management = anyPort();
        ServerSocket sip = anyPort();
        ServerSocket webSocket = anyPort()) {
      return new Ports(
          http.getLocalPort(),
          management.getLocalPort(),
          sip.getLocalPort(),
          webSocket.getLocalPort());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "HTTP_PORT", Integer.toString(http),
        "MANAGEMENT_PORT", Integer.toString(management),
        "SIP_PORT", Integer.toString(sip),
        "SIP_WS_PORT", Integer.toString(sipWebSocket));
  }

  private static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
