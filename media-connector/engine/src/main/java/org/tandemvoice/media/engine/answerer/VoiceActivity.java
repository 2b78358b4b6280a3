package org.tandemvoice.media.engine.answerer;

/**
 * Tells frames with speech from frames without by their loudness above a noise floor that is
 * learned: it falls at once and rises slowly. A short hangover bridges the gaps inside words.
 */
public final class VoiceActivity {

  /** Mean square below which nothing counts as speech, about 45 dB below full scale. */
  private static final double QUIETEST_SPEECH = 184.0 * 184.0;

  private static final double ABOVE_FLOOR = 6.0;
  private static final double FIRST_FLOOR = 60.0 * 60.0;
  private static final double FLOOR_RISE = 1.02;
  private static final double MAX_FLOOR = 1_200.0 * 1_200.0;
  private static final int HANGOVER_FRAMES = 4;

  private double floor = FIRST_FLOOR;
  private int hangover;

  /** Whether there is speech in the next frame of 20 ms. */
  public boolean hears(short[] frame, int samples) {
    double power = power(frame, samples);
    boolean isLoud = power > Math.max(QUIETEST_SPEECH, floor * ABOVE_FLOOR);
    floor = Math.min(MAX_FLOOR, Math.max(1, power < floor ? power : floor * FLOOR_RISE));
    if (isLoud) {
      hangover = HANGOVER_FRAMES;
      return true;
    }
    hangover = Math.max(0, hangover - 1);
    return hangover > 0;
  }

  private static double power(short[] frame, int samples) {
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += (double) frame[i] * frame[i];
    }
    return sum / Math.max(1, samples);
  }
}
