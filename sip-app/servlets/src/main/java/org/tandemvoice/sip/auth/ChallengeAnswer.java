package org.tandemvoice.sip.auth;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Proves to another server who we are: answers its digest challenge (RFC 7616 section 3.4, RFC 3261
 * section 22) with the strongest algorithm that it offers and we know.
 */
public final class ChallengeAnswer {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SCHEME = "digest ";

  private ChallengeAnswer() {}

  /**
   * The value of the Authorization or Proxy-Authorization header.
   *
   * @param challenges the values of WWW-Authenticate or Proxy-Authenticate
   * @param uri the Request-URI as it is sent
   * @return empty if no challenge is a digest that we can answer
   */
  public static Optional<String> to(
      List<String> challenges, String method, String uri, String username, String password) {
    return challenges.stream()
        .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> DigestCredentials.parameters(value.strip().substring(SCHEME.length())))
        .filter(offered -> algorithm(offered).isPresent() && offered.containsKey("nonce"))
        .min(Comparator.comparing(offered -> algorithm(offered).orElseThrow()))
        .map(offered -> answer(offered, method, uri, username, password));
  }

  private static Optional<DigestAlgorithm> algorithm(Map<String, String> offered) {
    return DigestAlgorithm.of(offered.getOrDefault("algorithm", ""));
  }

  private static String answer(
      Map<String, String> offered, String method, String uri, String username, String password) {
    DigestAlgorithm algorithm = algorithm(offered).orElseThrow();
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    DigestCredentials own =
        new DigestCredentials(
            username,
            offered.getOrDefault("realm", ""),
            offered.get("nonce"),
            uri,
            "",
            algorithm,
            new DigestCredentials.NonceUse("00000001", HexFormat.of().formatHex(random)));
    boolean protects =
        List.of(offered.getOrDefault("qop", "").toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
            .contains("auth");
    String response =
        protects
            ? Digest.response(own, method, password)
            : Digest.responseWithoutQop(own, method, password);
    StringBuilder value =
        new StringBuilder("Digest username=\"")
            .append(quoted(username))
            .append("\", realm=\"")
            .append(quoted(own.realm()))
            .append("\", nonce=\"")
            .append(quoted(own.nonce()))
            .append("\", uri=\"")
            .append(uri)
            .append("\", response=\"")
            .append(response)
            .append("\", algorithm=")
            .append(algorithm.text());
    if (protects) {
      value.append(", qop=auth, nc=").append(own.use().count());
      value.append(", cnonce=\"").append(own.use().clientNonce()).append('"');
    }
    if (offered.containsKey("opaque")) {
      value.append(", opaque=\"").append(quoted(offered.get("opaque"))).append('"');
    }
    return value.toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
