package org.tandemvoice.media.engine.answerer;

/**
 * Hears the tone after which a machine records: one pure, steady sine for a tenth of a second.
 * Nothing is assumed of its pitch but that it can be heard on a telephone.
 */
public final class BeepDetector {

  private static final double MIN_HZ = 350;
  private static final double MAX_HZ = 2_600;
  private static final double MIN_POWER = 250.0 * 250.0;
  private static final double PURITY = 0.85;
  private static final double MAX_DRIFT = 0.03;
  private static final int MIN_FRAMES = 5;

  private final int rateHz;
  private double lastHz;
  private int frames;

  public BeepDetector(int rateHz) {
    this.rateHz = rateHz;
  }

  /** True once for each beep, while it still sounds. */
  public boolean hears(short[] frame, int samples) {
    double hz = pitch(frame, samples);
    boolean isTone = hz >= MIN_HZ && hz <= MAX_HZ && isPure(frame, samples, hz);
    boolean isSteady = isTone && Math.abs(hz - lastHz) <= MAX_DRIFT * lastHz;
    frames = !isTone ? 0 : isSteady ? frames + 1 : 1;
    lastHz = hz;
    return frames == MIN_FRAMES;
  }

  /** Whether the last frame was part of such a tone. */
  public boolean isSounding() {
    return frames > 0;
  }

  /** The pitch of a sine by the time between its first and last rise through zero. */
  private double pitch(short[] frame, int samples) {
    double first = -1;
    double last = -1;
    int rises = 0;
    for (int i = 1; i < samples; i++) {
      if (frame[i - 1] < 0 && frame[i] >= 0) {
        double at = i - 1 + (double) -frame[i - 1] / (frame[i] - frame[i - 1]);
        first = rises == 0 ? at : first;
        last = at;
        rises++;
      }
    }
    return rises < 2 ? 0 : (rises - 1) * rateHz / (last - first);
  }

  private boolean isPure(short[] frame, int samples, double hz) {
    double cosine = 0;
    double sine = 0;
    double energy = 0;
    double step = 2 * Math.PI * hz / rateHz;
    for (int i = 0; i < samples; i++) {
      cosine += frame[i] * Math.cos(step * i);
      sine += frame[i] * Math.sin(step * i);
      energy += (double) frame[i] * frame[i];
    }
    double tone = 2 * (cosine * cosine + sine * sine) / samples;
    return energy / samples > MIN_POWER && tone > PURITY * energy;
  }
}
