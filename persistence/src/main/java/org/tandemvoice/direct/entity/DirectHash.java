package org.tandemvoice.direct.entity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Twelve hexadecimal characters by which anybody may call a resource, as {@code
 * sip:direct.<hash>@...} (C-52). Whoever has an old one cannot call any more once it is replaced.
 */
public record DirectHash(String text) {

  private static final int BYTES = 6;
  private static final Pattern FORM = Pattern.compile("(?:direct\\.){0,2}([0-9a-f]{12})");

  public static DirectHash random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new DirectHash(HexFormat.of().formatHex(bytes));
  }

  /**
   * Reads a hash with or without {@code direct.} before it, once or twice (C-52); empty if it is
   * none.
   */
  public static Optional<DirectHash> parse(String text) {
    var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(new DirectHash(matcher.group(1))) : Optional.empty();
  }
}
