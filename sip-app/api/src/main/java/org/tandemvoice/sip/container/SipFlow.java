package org.tandemvoice.sip.container;

import java.util.Locale;

/**
 * A way to a peer as RFC 5626 means it: transport, and the address and port its packets really come
 * from. Its text form, {@code tcp:192.0.2.1:49152}, is made to be stored.
 *
 * @param transport {@code udp}, {@code tcp}, {@code tls}, {@code ws} or {@code wss}
 * @param address an IP address; IPv6 without brackets
 */
public record SipFlow(String transport, String address, int port) {

  /** Checks the values and folds the transport to lower case. */
  public SipFlow {
    transport = transport.toLowerCase(Locale.ROOT);
    if (!transport.matches("udp|tcp|tls|ws|wss")) {
      throw new IllegalArgumentException("no SIP transport: '" + transport + "'");
    }
    if (address.isBlank() || address.indexOf('[') >= 0) {
      throw new IllegalArgumentException("no bare IP address: '" + address + "'");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** Reads the text form. */
  public static SipFlow parse(String text) {
    int afterTransport = text.indexOf(':');
    int beforePort = text.lastIndexOf(':');
    if (afterTransport < 0 || beforePort <= afterTransport) {
      throw new IllegalArgumentException("no SIP flow: '" + text + "'");
    }
    return new SipFlow(
        text.substring(0, afterTransport),
        text.substring(afterTransport + 1, beforePort),
        portOf(text, beforePort + 1));
  }

  private static int portOf(String text, int from) {
    try {
      return Integer.parseInt(text, from, text.length(), 10);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no port in the SIP flow: '" + text + "'", e);
    }
  }

  /** Whether the flow is a connection that the peer opened and only the peer can open again. */
  public boolean isConnection() {
    return !transport.equals("udp");
  }

  @Override
  public String toString() {
    return transport + ":" + address + ":" + port;
  }
}
