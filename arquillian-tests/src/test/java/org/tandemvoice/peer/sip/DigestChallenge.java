package org.tandemvoice.peer.sip;

import java.util.List;
import java.util.Map;

/** One WWW-Authenticate or Proxy-Authenticate value (RFC 3261 22, RFC 8760). */
public record DigestChallenge(Map<String, String> parameters) {

  public static DigestChallenge parse(String header) {
    String[] parts = header.trim().split("\\s+", 2);
    if (!"Digest".equalsIgnoreCase(parts[0])) {
      throw new AssertionError("This is no digest challenge: " + header);
    }
    return new DigestChallenge(SipSyntax.parameters(SipSyntax.split(parts[1], ',')));
  }

  /** Every challenge of a 401 or 407, in the server's order of preference. */
  public static List<DigestChallenge> of(SipResponse response) {
    String header = response.status() == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
    return response.headers().all(header).stream().map(DigestChallenge::parse).toList();
  }

  public String realm() {
    return parameters.getOrDefault("realm", "");
  }

  public String nonce() {
    return parameters.getOrDefault("nonce", "");
  }

  public String opaque() {
    return parameters.getOrDefault("opaque", "");
  }

  public String algorithm() {
    return parameters.getOrDefault("algorithm", "MD5");
  }

  public boolean stale() {
    return "true".equalsIgnoreCase(parameters.get("stale"));
  }

  public boolean offersAuth() {
    return SipSyntax.split(parameters.getOrDefault("qop", ""), ',').contains("auth");
  }
}
