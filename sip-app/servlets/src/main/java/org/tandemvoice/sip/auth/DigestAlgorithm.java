package org.tandemvoice.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hash functions offered, strongest first, as RFC 8760 section 2.3 wants them in challenges.
 */
public enum DigestAlgorithm {
  SHA_256("SHA-256"),
  MD5("MD5");

  private final String text;

  DigestAlgorithm(String text) {
    this.text = text;
  }

  /** As SIP headers write it, which is also what Java calls it. */
  public String text() {
    return text;
  }

  /** An absent algorithm parameter means MD5 (RFC 7616 section 3.3). */
  public static Optional<DigestAlgorithm> of(String text) {
    return text.isEmpty()
        ? Optional.of(MD5)
        : Arrays.stream(values()).filter(one -> one.text.equalsIgnoreCase(text)).findFirst();
  }

  /** The hash in lower-case hexadecimal digits. */
  String hash(String data) {
    try {
      byte[] hash = MessageDigest.getInstance(text).digest(data.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + text, e);
    }
  }
}
