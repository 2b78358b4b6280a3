package org.tandemvoice.peer.sip;

import java.util.Map;

/** One Via value: protocol, sent-by and parameters (RFC 3261 20.42, RFC 3581). */
public record Via(String transport, String sentBy, Map<String, String> parameters) {

  static final String COOKIE = "z9hG4bK";

  public static Via parse(String text) {
    var parts = SipSyntax.split(text, ';');
    String[] head = parts.get(0).trim().split("\\s+", 2);
    String transport = head[0].substring(head[0].lastIndexOf('/') + 1).trim();
    return new Via(transport, head[1].trim(), SipSyntax.parameters(parts.subList(1, parts.size())));
  }

  public String branch() {
    return parameters.getOrDefault("branch", "");
  }

  /** The address the server says it saw, "" if it did not say. */
  public String received() {
    return parameters.getOrDefault("received", "");
  }

  /** The port the server says it saw, "" if it did not say. */
  public String rport() {
    return parameters.getOrDefault("rport", "");
  }

  @Override
  public String toString() {
    return "SIP/2.0/" + transport + " " + sentBy + SipSyntax.render(parameters);
  }
}
