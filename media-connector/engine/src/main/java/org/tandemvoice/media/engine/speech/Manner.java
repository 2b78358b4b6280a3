package org.tandemvoice.media.engine.speech;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How words are spoken, each as a factor of the voice's own way.
 *
 * @param rate words in a time, 0.3 to 3
 * @param pitch height, 0.5 to 2
 * @param volume loudness, 0 to 4
 */
public record Manner(double rate, double pitch, double volume) {

  public static final Manner NORMAL = new Manner(1, 1, 1);

  private static final Map<String, Double> RATES =
      Map.of("x-slow", 0.5, "slow", 0.75, "medium", 1.0, "fast", 1.3, "x-fast", 1.6);
  private static final Map<String, Double> PITCHES =
      Map.of("x-low", 0.7, "low", 0.85, "medium", 1.0, "high", 1.15, "x-high", 1.35);
  private static final Map<String, Double> VOLUMES =
      Map.of("silent", 0.0, "x-soft", 0.3, "soft", 0.6, "medium", 1.0, "loud", 1.5, "x-loud", 2.0);
  private static final Map<String, Manner> EMPHASES =
      Map.of(
          "strong", new Manner(0.85, 1.15, 1.4),
          "moderate", new Manner(0.92, 1.08, 1.2),
          "reduced", new Manner(1.1, 0.95, 0.75),
          "none", NORMAL);
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)(\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6})\\s*(%|st|dB|Hz)?");

  /** Pitch of a speaker of whom nothing is known, for pitches given in hertz. */
  private static final double USUAL_HZ = 110;

  /** Keeps every factor in the range that can be spoken. */
  public Manner {
    rate = Math.max(0.3, Math.min(3, rate));
    pitch = Math.max(0.5, Math.min(2, pitch));
    volume = Math.max(0, Math.min(4, volume));
  }

  /** This manner inside an {@code emphasis} element; no level means a moderate one. */
  Manner emphasised(String level) {
    return by(EMPHASES.getOrDefault(level, EMPHASES.get("moderate")));
  }

  /**
   * This manner inside a {@code prosody} element (W3C SSML 1.1 section 3.2.4); an empty value means
   * no change.
   *
   * @throws SpeechException if a value is none that SSML knows
   */
  Manner inProsody(String newRate, String newPitch, String newVolume) throws SpeechException {
    return by(
        new Manner(
            factor("rate", newRate, RATES),
            factor("pitch", newPitch, PITCHES),
            factor("volume", newVolume, VOLUMES)));
  }

  private Manner by(Manner other) {
    return new Manner(rate * other.rate, pitch * other.pitch, volume * other.volume);
  }

  private static double factor(String name, String value, Map<String, Double> names)
      throws SpeechException {
    String given = value.strip();
    if (given.isEmpty() || given.equals("default")) {
      return 1;
    }
    if (names.containsKey(given)) {
      return names.get(given);
    }
    return amount(given)
        .orElseThrow(
            () -> new SpeechException("The SSML prosody " + name + " '" + value + "' is unknown"));
  }

  private static OptionalDouble amount(String given) {
    Matcher matcher = AMOUNT.matcher(given);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    boolean isRelative = !matcher.group(1).isEmpty();
    double number = Double.parseDouble(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
    String unit = matcher.group(3) == null ? "" : matcher.group(3);
    return OptionalDouble.of(
        switch (unit) {
          case "%" -> (isRelative ? 100 + number : number) / 100;
          case "st" -> Math.pow(2, number / 12);
          case "dB" -> Math.pow(10, number / 20);
          case "Hz" -> (isRelative ? USUAL_HZ + number : number) / USUAL_HZ;
          default -> isRelative ? 1 + number : number;
        });
  }
}
