package org.tandemvoice.sip.b2bua;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as phones tell it by INFO: {@code Signal=5} and {@code Duration=160}, or the key alone. */
record PressedKey(char digit, int durationMs) {

  /** How keys are told to others, and the first of those that are understood. */
  static final String RELAY = "application/dtmf-relay";

  static final String TYPES = RELAY + ", application/dtmf";

  private static final int USUAL_MS = 160;
  private static final int LEAST_MS = 40;
  private static final int MOST_MS = 5_000;
  private static final Pattern SIGNAL =
      Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9*#A-D])\\s*$");
  private static final Pattern DURATION =
      Pattern.compile("(?im)^\\s*Duration\\s*=\\s*(\\d{1,5})\\s*$");
  private static final Pattern ALONE = Pattern.compile("\\s*([0-9*#A-Da-d])\\s*");

  /** The key of a body; empty if it is of another type or tells none. */
  static Optional<PressedKey> of(String contentType, String body) {
    return switch (contentType.split(";")[0].strip().toLowerCase(Locale.ROOT)) {
      case RELAY -> relayed(body);
      case "application/dtmf" -> {
        Matcher alone = ALONE.matcher(body);
        yield alone.matches() ? Optional.of(key(alone.group(1), USUAL_MS)) : relayed(body);
      }
      default -> Optional.empty();
    };
  }

  /** The body that tells it. */
  String relay() {
    return "Signal=" + digit + "\r\nDuration=" + durationMs + "\r\n";
  }

  private static Optional<PressedKey> relayed(String body) {
    Matcher signal = SIGNAL.matcher(body);
    if (!signal.find()) {
      return Optional.empty();
    }
    Matcher duration = DURATION.matcher(body);
    return Optional.of(
        key(signal.group(1), duration.find() ? Integer.parseInt(duration.group(1)) : USUAL_MS));
  }

  private static PressedKey key(String digit, int durationMs) {
    return new PressedKey(
        digit.toUpperCase(Locale.ROOT).charAt(0),
        Math.max(LEAST_MS, Math.min(durationMs, MOST_MS)));
  }
}
