package org.tandemvoice.extension.entity;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Twelve hexadecimal characters by which anybody may call a resource, as {@code
 * sip:direct.<hash>@...} (C-52). Whoever has an old one cannot call any more once it is replaced.
 */
public record DirectHash(String text) {

  private static final int BYTES = 6;

  public static DirectHash random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new DirectHash(HexFormat.of().formatHex(bytes));
  }
}
