package org.tandemvoice.media.engine.audio;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes the sample rate of an endless stream, piece by piece, by a polyphase filter. Allocates
 * nothing after it was made; the filter's taps are shared by all converters of the same rates.
 */
public final class RateConverter {

  private static final int ZERO_CROSSINGS = 8;
  private static final double CUTOFF = 0.9;
  private static final Map<Long, Filter> FILTERS = new ConcurrentHashMap<>();

  /**
   * One filter for two rates.
   *
   * @param phases taps by the position between two samples of the input
   */
  private record Filter(int up, int down, float[][] phases) {

    static Filter of(int fromHz, int toHz) {
      int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
      int up = toHz / divisor;
      double bandwidth = CUTOFF * Math.min(1.0, (double) toHz / fromHz);
      int halfTaps = (int) Math.ceil(ZERO_CROSSINGS / bandwidth);
      float[][] phases = new float[up][];
      for (int phase = 0; phase < up; phase++) {
        phases[phase] = LowPass.taps(halfTaps, (double) phase / up, bandwidth);
      }
      return new Filter(up, fromHz / divisor, phases);
    }
  }

  private final Filter filter;
  private final int taps;
  private final float[] window;
  private int phase;
  private int waiting;

  /**
   * Makes a converter.
   *
   * @param maxPiece the greatest number of samples that {@link #convert} is given at once
   */
  public RateConverter(int fromHz, int toHz, int maxPiece) {
    filter = FILTERS.computeIfAbsent((long) fromHz << 32 | toHz, rates -> Filter.of(fromHz, toHz));
    taps = filter.phases[0].length;
    window = new float[taps + maxPiece];
    reset();
  }

  /** Forgets what was heard. */
  public void reset() {
    Arrays.fill(window, 0);
    phase = 0;
    waiting = taps - 1;
  }

  /**
   * Converts the next piece of the stream; returns the number of samples written to the start of
   * {@code output}, which must have room for one more than the ratio of the rates gives.
   */
  public int convert(short[] input, int samples, short[] output) {
    for (int i = 0; i < samples; i++) {
      window[waiting + i] = input[i];
    }
    int held = waiting + samples;
    int start = 0;
    int written = 0;
    while (start + taps <= held) {
      output[written++] = filtered(filter.phases[phase], start);
      phase += filter.down;
      start += phase / filter.up;
      phase %= filter.up;
    }
    int used = Math.min(start, held);
    System.arraycopy(window, used, window, 0, held - used);
    waiting = held - used;
    return written;
  }

  private short filtered(float[] tapsOfPhase, int start) {
    float sum = 0;
    for (int k = 0; k < tapsOfPhase.length; k++) {
      sum += tapsOfPhase[k] * window[start + k];
    }
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
  }
}
