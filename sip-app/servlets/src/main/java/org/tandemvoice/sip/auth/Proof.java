package org.tandemvoice.sip.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/**
 * A header by which a request of ours proves to another server who we are (RFC 3261 section 22).
 *
 * @param header {@code Authorization} or {@code Proxy-Authorization}
 */
public record Proof(String header, String value) {

  private static final String OF_USER = "Authorization";
  private static final String OF_PROXY = "Proxy-Authorization";

  /** Whether the response asks who we are. */
  public static boolean isWantedBy(SipServletResponse response) {
    return response.getStatus() == SipServletResponse.SC_UNAUTHORIZED || isOfProxy(response);
  }

  private static boolean isOfProxy(SipServletResponse response) {
    return response.getStatus() == SipServletResponse.SC_PROXY_AUTHENTICATION_REQUIRED;
  }

  /** Whether a proof was right, but for a nonce that is too old (RFC 7616 section 3.3). */
  static boolean isStale(SipServletResponse challenge) {
    return offered(challenge).stream()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("\"", ""))
        .anyMatch(value -> value.contains("stale=true"));
  }

  private static List<String> offered(SipServletResponse challenge) {
    List<String> values = new ArrayList<>();
    challenge
        .getHeaders(isOfProxy(challenge) ? "Proxy-Authenticate" : "WWW-Authenticate")
        .forEachRemaining(values::add);
    return values;
  }

  /**
   * What the challenge wants.
   *
   * @param uri the Request-URI as it is sent
   * @return empty if it cannot be answered
   */
  public static Optional<Proof> to(
      SipServletResponse challenge, String uri, String username, String password) {
    return ChallengeAnswer.to(offered(challenge), challenge.getMethod(), uri, username, password)
        .map(value -> new Proof(isOfProxy(challenge) ? OF_PROXY : OF_USER, value));
  }

  public void on(SipServletRequest request) {
    request.setHeader(header, value);
  }

  /** What proves one message proves another, as INVITE and its ACK (section 22.1). */
  public static void repeat(SipServletMessage from, SipServletRequest to) {
    for (String header : List.of(OF_USER, OF_PROXY)) {
      String value = from.getHeader(header);
      if (value != null) {
        to.setHeader(header, value);
      }
    }
  }
}
