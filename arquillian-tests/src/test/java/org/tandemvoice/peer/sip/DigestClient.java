package org.tandemvoice.peer.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers digest challenges (RFC 7616 3.4) and counts the uses of each nonce. */
public final class DigestClient {

  private final String username;
  private final String password;
  private final Map<String, Integer> uses = new HashMap<>();
  private String algorithm = "";

  public DigestClient(String username, String password) {
    this.username = username;
    this.password = password;
  }

  public String username() {
    return username;
  }

  /** Answers only challenges of that algorithm; without it the first one that is understood. */
  public DigestClient only(String onlyAlgorithm) {
    algorithm = onlyAlgorithm;
    return this;
  }

  public DigestChallenge choose(List<DigestChallenge> challenges) {
    return challenges.stream()
        .filter(challenge -> algorithm.isEmpty() || algorithm.equals(challenge.algorithm()))
        .filter(challenge -> List.of("MD5", "SHA-256").contains(challenge.algorithm()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No challenge this phone can answer: " + challenges));
  }

  /** The Authorization value for the next use of the challenge's nonce. */
  public synchronized String answer(DigestChallenge challenge, String method, String uri) {
    return answer(challenge, method, uri, uses.merge(challenge.nonce(), 1, Integer::sum));
  }

  /** The same with a nonce count of the caller's choice, which may be a wrong one. */
  public String answer(DigestChallenge challenge, String method, String uri, int nonceCount) {
    String hash = challenge.algorithm();
    String ha1 = hex(hash, username + ":" + challenge.realm() + ":" + password);
    String ha2 = hex(hash, method + ":" + uri);
    String start =
        "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s"
            .formatted(username, challenge.realm(), challenge.nonce(), uri, hash);
    if (!challenge.opaque().isEmpty()) {
      start += ", opaque=\"" + challenge.opaque() + '"';
    }
    if (!challenge.offersAuth()) {
      // RFC 2617 3.2.2.1: without qop neither count nor cnonce take part.
      String response = hex(hash, ha1 + ":" + challenge.nonce() + ":" + ha2);
      return start + ", response=\"" + response + '"';
    }
    String cnonce = UUID.randomUUID().toString().substring(0, 8);
    return start
        + ", qop=auth, nc=%08x, cnonce=\"%s\", response=\"%s\""
            .formatted(nonceCount, cnonce, response(challenge, method, uri, nonceCount, cnonce));
  }

  /** The response with qop=auth, also to judge that of somebody else. */
  public String response(
      DigestChallenge challenge, String method, String uri, int nonceCount, String cnonce) {
    String hash = challenge.algorithm();
    String ha1 = hex(hash, username + ":" + challenge.realm() + ":" + password);
    String ha2 = hex(hash, method + ":" + uri);
    String count = "%08x".formatted(nonceCount);
    return hex(hash, String.join(":", ha1, challenge.nonce(), count, cnonce, "auth", ha2));
  }

  static String hex(String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
