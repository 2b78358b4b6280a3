package org.tandemvoice.accesskey.entity;

import java.security.SecureRandom;
import java.util.Base64;
import org.tandemvoice.secret.entity.Fingerprint;

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
    return Fingerprint.of(text);
  }

  @Override
  public String toString() {
    return prefix() + "...";
  }
}
