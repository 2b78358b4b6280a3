package org.tandemvoice.peer.sip;

import java.util.Map;

/** A SIP URI split into what a phone needs; {@code port} is 0 when the URI names none. */
public record SipUri(
    String scheme, String user, String host, int port, Map<String, String> parameters) {

  public static SipUri parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new AssertionError("This is no URI: " + text);
    }
    String withoutHeaders = text.substring(colon + 1).split("\\?", 2)[0];
    int at = withoutHeaders.lastIndexOf('@');
    String user = at < 0 ? "" : withoutHeaders.substring(0, at);
    var parts = SipSyntax.split(withoutHeaders.substring(at + 1), ';');
    String hostPort = parts.get(0);
    // RFC 3261 25.1: an IPv6reference keeps its colons inside brackets.
    int portColon = hostPort.indexOf(':', Math.max(0, hostPort.indexOf(']')));
    String host = portColon < 0 ? hostPort : hostPort.substring(0, portColon);
    int port = portColon < 0 ? 0 : Integer.parseInt(hostPort.substring(portColon + 1));
    return new SipUri(
        text.substring(0, colon),
        user,
        host,
        port,
        SipSyntax.parameters(parts.subList(1, parts.size())));
  }

  public boolean hasAddress() {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }
}
