package org.tandemvoice.sip.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Authorization or Proxy-Authorization header of scheme Digest (RFC 7616 section 3.4). */
public record DigestCredentials(
    String username,
    String realm,
    String nonce,
    String uri,
    String response,
    DigestAlgorithm algorithm,
    NonceUse use) {

  /**
   * What {@code qop=auth} adds.
   *
   * @param count eight hexadecimal digits as sent, since they are hashed
   */
  public record NonceUse(String count, String clientNonce) {

    long number() {
      return Long.parseLong(count, 16);
    }
  }

  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9*_.-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
  private static final Pattern COUNT = Pattern.compile("[0-9A-Fa-f]{8}");
  private static final Pattern RESPONSE = Pattern.compile("[0-9A-Fa-f]{32,64}");
  private static final String SCHEME = "digest ";

  /**
   * Empty if the value is no complete digest with {@code qop=auth}: without it a captured request
   * could be replayed, and RFC 3261 section 22.4 has clients use it when it is offered.
   */
  public static Optional<DigestCredentials> parse(String headerValue) {
    if (!headerValue.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    Map<String, String> given = parameters(headerValue.strip().substring(SCHEME.length()));
    boolean complete =
        given.keySet().containsAll(List.of("username", "realm", "nonce", "uri", "cnonce"))
            && given.getOrDefault("qop", "").equalsIgnoreCase("auth")
            && COUNT.matcher(given.getOrDefault("nc", "")).matches()
            && RESPONSE.matcher(given.getOrDefault("response", "")).matches();
    if (!complete) {
      return Optional.empty();
    }
    return DigestAlgorithm.of(given.getOrDefault("algorithm", ""))
        .map(
            algorithm ->
                new DigestCredentials(
                    given.get("username"),
                    given.get("realm"),
                    given.get("nonce"),
                    given.get("uri"),
                    given.get("response").toLowerCase(Locale.ROOT),
                    algorithm,
                    new NonceUse(given.get("nc"), given.get("cnonce"))));
  }

  /** The parameters of a header behind its scheme, names in lower case. */
  static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      parameters.putIfAbsent(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3) : ESCAPED.matcher(quoted).replaceAll("$1"));
    }
    return parameters;
  }
}
