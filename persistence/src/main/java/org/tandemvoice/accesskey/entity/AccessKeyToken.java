package org.tandemvoice.accesskey.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of an access key: {@code vb_} and 256 random bits (contract section 2). It is never
 * stored.
 */
public record AccessKeyToken(String text) {

  public static final String MARK = "vb_";
  private static final int PREFIX_LENGTH = 11;
  private static final int RANDOM_BYTES = 32;

  public static AccessKeyToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new AccessKeyToken(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The characters by which its owner can tell it from others. */
  public String prefix() {
    return text.substring(0, Math.min(PREFIX_LENGTH, text.length()));
  }

  /** In hexadecimal, 64 characters. */
  public String sha256() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public String toString() {
    return prefix() + "...";
  }
}
