package org.tandemvoice.media.engine.codec;

import java.util.Arrays;

/**
 * Hides lost 8 kHz audio by repeating the last pitch period and fading it out, after the idea of
 * ITU-T G.711 appendix I but without its delay. Told of every good sample; asked for the missing
 * ones.
 */
public final class PitchConcealment {

  private static final int MIN_PERIOD = 40;
  private static final int MAX_PERIOD = 120;
  private static final int CORRELATION_SAMPLES = 160;
  private static final int HISTORY_SAMPLES = CORRELATION_SAMPLES + MAX_PERIOD + 8;
  private static final int FULL_LEVEL_SAMPLES = 80;
  private static final int SILENT_AFTER_SAMPLES = 480;
  private static final int JOIN_SAMPLES = 32;

  private final short[] history = new short[HISTORY_SAMPLES];
  private final short[] period = new short[MAX_PERIOD];
  private int periodSamples;
  private int concealedSamples;

  /** Takes decoded samples; the first ones after a gap are blended with what was made up. */
  public void good(short[] pcm, int samples) {
    if (concealedSamples > 0) {
      int join = Math.min(JOIN_SAMPLES, samples);
      for (int i = 0; i < join; i++) {
        int made = next();
        pcm[i] = (short) ((made * (join - i) + pcm[i] * i) / join);
      }
      concealedSamples = 0;
    }
    remember(pcm, samples);
  }

  /** Writes samples that continue what was heard last. */
  public void conceal(short[] pcm, int samples) {
    if (concealedSamples == 0) {
      findPeriod();
    }
    for (int i = 0; i < samples; i++) {
      pcm[i] = next();
    }
    remember(pcm, samples);
  }

  /** Forgets the past, for a new stream. */
  public void reset() {
    Arrays.fill(history, (short) 0);
    concealedSamples = 0;
  }

  private short next() {
    int position = concealedSamples++;
    if (position >= SILENT_AFTER_SAMPLES) {
      concealedSamples = SILENT_AFTER_SAMPLES;
      return 0;
    }
    int faded = Math.max(0, position - FULL_LEVEL_SAMPLES);
    int gain = 256 - 256 * faded / (SILENT_AFTER_SAMPLES - FULL_LEVEL_SAMPLES);
    return (short) (period[position % periodSamples] * gain >> 8);
  }

  private void findPeriod() {
    int end = HISTORY_SAMPLES;
    periodSamples = MAX_PERIOD;
    double best = -Double.MAX_VALUE;
    for (int lag = MIN_PERIOD; lag <= MAX_PERIOD; lag++) {
      double score = correlation(end - CORRELATION_SAMPLES, lag);
      if (score > best) {
        best = score;
        periodSamples = lag;
      }
    }
    System.arraycopy(history, end - periodSamples, period, 0, periodSamples);
    smoothSeam(end);
  }

  /**
   * Makes the end of the period lead into its start: the last quarter bends towards the samples
   * before the period.
   */
  private void smoothSeam(int end) {
    int quarter = periodSamples / 4;
    int before = end - 2 * periodSamples;
    if (before < 0) {
      return;
    }
    for (int i = 0; i < quarter; i++) {
      int at = periodSamples - quarter + i;
      int earlier = history[end - periodSamples - quarter + i];
      period[at] = (short) ((period[at] * (quarter - i) + earlier * i) / quarter);
    }
  }

  private double correlation(int from, int lag) {
    long product = 0;
    long energy = 1;
    for (int i = from; i < HISTORY_SAMPLES; i += 2) {
      int earlier = history[i - lag];
      product += (long) history[i] * earlier;
      energy += (long) earlier * earlier;
    }
    return product / Math.sqrt(energy);
  }

  private void remember(short[] pcm, int samples) {
    int kept = Math.min(samples, HISTORY_SAMPLES);
    System.arraycopy(history, kept, history, 0, HISTORY_SAMPLES - kept);
    System.arraycopy(pcm, samples - kept, history, HISTORY_SAMPLES - kept, kept);
  }
}
