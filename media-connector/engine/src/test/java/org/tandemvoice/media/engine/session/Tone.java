package org.tandemvoice.media.engine.session;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A sine at 8 kHz and a meter for one. */
final class Tone {

  private static final double RATE = 8000;
  private static final int WINDOW = 400;

  private Tone() {}

  static short[] samples(double hz, double amplitude, int count) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) (amplitude * Math.sin(2 * Math.PI * hz * i / RATE));
    }
    return samples;
  }

  /** Amplitude of that frequency, by Goertzel's algorithm. */
  static double amplitude(short[] samples, double hz) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hz / RATE);
    double previous = 0;
    double beforeThat = 0;
    for (short sample : samples) {
      double now = sample + coefficient * previous - beforeThat;
      beforeThat = previous;
      previous = now;
    }
    double power =
        previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
    return 2 * Math.sqrt(Math.max(0, power)) / Math.max(1, samples.length);
  }

  /**
   * Median amplitude over windows of 50 ms, so that a frame made up here or there does not count.
   */
  static double typicalAmplitude(short[] samples, double hz) {
    int windows = samples.length / WINDOW;
    return IntStream.range(0, windows)
        .mapToDouble(i -> amplitude(Arrays.copyOfRange(samples, i * WINDOW, (i + 1) * WINDOW), hz))
        .sorted()
        .skip(windows / 2)
        .findFirst()
        .orElse(0);
  }

  static double rms(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / Math.max(1, samples.length));
  }
}
