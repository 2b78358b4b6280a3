package org.tandemvoice.media.engine.audio;

/** Sines at any rate and meters for them. */
public final class Sine {

  private Sine() {}

  public static short[] samples(double hz, double amplitude, int count, int rateHz) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
    }
    return samples;
  }

  /** Amplitude of that frequency. */
  public static double amplitude(short[] samples, double hz, int rateHz) {
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < samples.length; i++) {
      cosine += samples[i] * Math.cos(2 * Math.PI * hz * i / rateHz);
      sine += samples[i] * Math.sin(2 * Math.PI * hz * i / rateHz);
    }
    return 2 * Math.hypot(cosine, sine) / samples.length;
  }

  /** That frequency against everything else, decibels. */
  public static double signalToNoise(short[] samples, double hz, int rateHz) {
    double energy = 0;
    for (short sample : samples) {
      energy += (double) sample * sample;
    }
    double amplitude = amplitude(samples, hz, rateHz);
    double tone = amplitude * amplitude / 2 * samples.length;
    return 10 * Math.log10(tone / Math.max(1, energy - tone));
  }
}
