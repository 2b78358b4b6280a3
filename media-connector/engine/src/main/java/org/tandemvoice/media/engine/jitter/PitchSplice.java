package org.tandemvoice.media.engine.jitter;

/**
 * Shortens a packet of speech by one pitch period, so that delay can shrink where nobody pauses.
 */
final class PitchSplice {

  private static final int MIN_PERIOD = 40;
  private static final int MIN_OVERLAP = 60;

  private PitchSplice() {}

  /**
   * Blends the packet into itself one period later (overlap-add). Returns how many samples are left
   * at its start; all of them if it is too short.
   */
  static int shorten(short[] pcm, int samples) {
    if (samples < MIN_PERIOD + MIN_OVERLAP) {
      return samples;
    }
    int period = bestPeriod(pcm, samples);
    int left = samples - period;
    for (int i = 0; i < left; i++) {
      pcm[i] = (short) ((pcm[i] * (left - i) + pcm[i + period] * i) / left);
    }
    return left;
  }

  private static int bestPeriod(short[] pcm, int samples) {
    int best = MIN_PERIOD;
    double bestLikeness = -Double.MAX_VALUE;
    for (int period = MIN_PERIOD; period <= samples - MIN_OVERLAP; period++) {
      double likeness = likeness(pcm, samples - period, period);
      if (likeness > bestLikeness) {
        bestLikeness = likeness;
        best = period;
      }
    }
    return best;
  }

  private static double likeness(short[] pcm, int overlap, int period) {
    long product = 0;
    long first = 1;
    long second = 1;
    for (int i = 0; i < overlap; i++) {
      product += (long) pcm[i] * pcm[i + period];
      first += (long) pcm[i] * pcm[i];
      second += (long) pcm[i + period] * pcm[i + period];
    }
    return product / Math.sqrt((double) first * second);
  }
}
