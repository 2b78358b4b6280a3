package org.tandemvoice.sip.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.status.Refusal;

/** What is said to a sender that has not proved who it is. */
public enum Challenges {
  /** By the registrar, which is the user's own server (RFC 3261 section 22.2). */
  REGISTRAR(SipServletResponse.SC_UNAUTHORIZED, "WWW-Authenticate", "Authorization"),
  /** On the way to somebody else (RFC 3261 section 22.3). */
  PROXY(
      SipServletResponse.SC_PROXY_AUTHENTICATION_REQUIRED,
      "Proxy-Authenticate",
      "Proxy-Authorization");

  /**
   * Phones that give up at a challenge they cannot answer even with one beside it that they can,
   * against RFC 8760 section 2.3: baresip up to version 2.
   */
  private static final Pattern KNOWS_MD5_ONLY =
      Pattern.compile("baresip v[0-2]\\..*", Pattern.CASE_INSENSITIVE);

  private final int status;
  private final String challengeHeader;
  private final String credentialsHeader;

  Challenges(int status, String challengeHeader, String credentialsHeader) {
    this.status = status;
    this.challengeHeader = challengeHeader;
    this.credentialsHeader = credentialsHeader;
  }

  /** The credentials a request brings for this kind of challenge. */
  public List<String> credentials(SipServletRequest request) {
    List<String> values = new ArrayList<>();
    request.getHeaders(credentialsHeader).forEachRemaining(values::add);
    return values;
  }

  /** One challenge per algorithm, the preferred first (RFC 8760 section 2.3). */
  public Refusal ask(SipServletRequest request, AuthOutcome.Challenged challenged) {
    String phone = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    return ask(phone, challenged);
  }

  /** The same to a phone that names itself so. */
  Refusal ask(String userAgent, AuthOutcome.Challenged challenged) {
    return ask(challenged, algorithmsFor(userAgent, challenged.algorithms()));
  }

  /** The header in which a request brings its credentials. */
  String credentialsHeader() {
    return credentialsHeader;
  }

  /** The algorithms to offer to a phone that names itself so. */
  static List<DigestAlgorithm> algorithmsFor(String userAgent, List<DigestAlgorithm> offered) {
    return offered.contains(DigestAlgorithm.MD5)
            && KNOWS_MD5_ONLY.matcher(userAgent.strip()).matches()
        ? List.of(DigestAlgorithm.MD5)
        : offered;
  }

  private Refusal ask(AuthOutcome.Challenged challenged, List<DigestAlgorithm> algorithms) {
    Refusal refusal = Refusal.of(status);
    for (DigestAlgorithm algorithm : algorithms) {
      refusal =
          refusal.with(
              challengeHeader,
              "Digest realm=\"%s\", nonce=\"%s\", algorithm=%s, qop=\"auth\"%s"
                  .formatted(
                      challenged.realm(),
                      challenged.nonce(),
                      algorithm.text(),
                      challenged.stale() ? ", stale=true" : ""));
    }
    return refusal;
  }

  /** The answer to a sender with too many failures; it says nothing about the password. */
  public static Refusal wait(AuthOutcome.Throttled throttled) {
    long seconds = Math.max(1, throttled.retryAfter().toSeconds());
    return Refusal.of(SipServletResponse.SC_SERVICE_UNAVAILABLE)
        .with("Retry-After", Long.toString(seconds));
  }
}
