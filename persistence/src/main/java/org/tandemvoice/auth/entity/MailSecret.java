package org.tandemvoice.auth.entity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tandemvoice.secret.entity.Fingerprint;

/** The token in a mail: 256 random bits as 64 hexadecimal digits (contract section 2). */
public record MailSecret(String text) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int BYTES = 32;

  public static MailSecret random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new MailSecret(HexFormat.of().formatHex(bytes));
  }

  /** Whether a text could be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  public String sha256() {
    return Fingerprint.of(text);
  }

  @Override
  public String toString() {
    return "token of a mail";
  }
}
