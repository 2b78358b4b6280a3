package org.tandemvoice.pbx.entity;

import java.util.List;

/**
 * Where an agent is registered, and as whom (seed 004).
 *
 * @param sipDomain of the telephone system
 * @param username its user there, and so the extension
 * @param authUsername for digest; empty if it is the user
 * @param proxy host, with a port if it is not this one, that every request goes to; empty for none
 * @param port of the proxy, or without one of the domain
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 */
public record PbxAccount(
    String sipDomain,
    String username,
    String authUsername,
    String proxy,
    int port,
    String transport) {

  private static final int SIP_PORT = 5060;

  /** The Request-URI of what goes to the telephone system itself (RFC 3261 section 10.2). */
  public String systemUri() {
    return "sip:" + host();
  }

  /** The address that others call the agent at. */
  public String addressOfRecord() {
    return "sip:" + username + "@" + sipDomain;
  }

  /** The Request-URI that reaches this user there. */
  public String uriOf(String user) {
    return "sip:" + user + "@" + host();
  }

  private String host() {
    return proxy.isEmpty() ? sipDomain + portAndTransport() : sipDomain;
  }

  /** Route values, none without a proxy (RFC 3261 section 8.1.2). */
  public List<String> routes() {
    if (proxy.isEmpty()) {
      return List.of();
    }
    boolean hasPort = proxy.matches(".*:\\d+");
    String where = hasPort ? proxy + ";transport=" + transport : proxy + portAndTransport();
    return List.of("<sip:" + where + ";lr>");
  }

  private String portAndTransport() {
    boolean isUsual = port == SIP_PORT && transport.equals("udp");
    return (isUsual ? "" : ":" + port) + ";transport=" + transport;
  }

  /** Who proves itself. */
  public String digestUser() {
    return authUsername.isEmpty() ? username : authUsername;
  }
}
