package org.tandemvoice.media.engine.audio;

import java.math.BigInteger;

/**
 * Changes the sample rate by a polyphase filter: a sinc in a Kaiser window that cuts off below half
 * of the lower rate, so that nothing is folded into the speech band. For whole recordings, not for
 * the packet path.
 */
final class Resampler {

  private static final int ZERO_CROSSINGS = 16;
  private static final double CUTOFF = 0.92;

  private final int up;
  private final int down;
  private final int halfTaps;
  private final float[][] phases;

  Resampler(int fromHz, int toHz) {
    int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
    up = toHz / divisor;
    down = fromHz / divisor;
    double bandwidth = CUTOFF * Math.min(1.0, (double) toHz / fromHz);
    halfTaps = (int) Math.ceil(ZERO_CROSSINGS / bandwidth);
    phases = new float[up][];
    for (int phase = 0; phase < up; phase++) {
      phases[phase] = LowPass.taps(halfTaps, (double) phase / up, bandwidth);
    }
  }

  short[] resample(short[] input) {
    short[] output = new short[(int) ((long) input.length * up / down)];
    for (int n = 0; n < output.length; n++) {
      long position = (long) n * down;
      int center = (int) (position / up);
      float[] taps = phases[(int) (position % up)];
      float sum = 0;
      for (int k = Math.max(0, halfTaps - 1 - center); k < taps.length; k++) {
        int at = center - halfTaps + 1 + k;
        if (at >= input.length) {
          break;
        }
        sum += taps[k] * input[at];
      }
      output[n] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
    return output;
  }
}
