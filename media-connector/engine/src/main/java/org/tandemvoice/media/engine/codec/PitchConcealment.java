package org.tandemvoice.media.engine.codec;

import java.util.Arrays;

/**
 * Hides lost audio by repeating the last pitch period and fading it out, after the idea of ITU-T
 * G.711 appendix I but without its delay. Told of every good sample; asked for the missing ones.
 */
public final class PitchConcealment {

  private final int scale;
  private final int minPeriod;
  private final int maxPeriod;
  private final int correlationSamples;
  private final int fullLevelSamples;
  private final int silentAfterSamples;
  private final int joinSamples;
  private final short[] history;
  private final short[] period;
  private int periodSamples;
  private int concealedSamples;

  public PitchConcealment() {
    this(8_000);
  }

  /** For a stream of that rate, a multiple of 8000. */
  public PitchConcealment(int rateHz) {
    scale = rateHz / 8_000;
    minPeriod = 40 * scale;
    maxPeriod = 120 * scale;
    correlationSamples = 160 * scale;
    fullLevelSamples = 80 * scale;
    silentAfterSamples = 480 * scale;
    joinSamples = 32 * scale;
    history = new short[correlationSamples + maxPeriod + 8 * scale];
    period = new short[maxPeriod];
  }

  /** Takes decoded samples; the first ones after a gap are blended with what was made up. */
  public void good(short[] pcm, int samples) {
    if (concealedSamples > 0) {
      int join = Math.min(joinSamples, samples);
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
    if (position >= silentAfterSamples) {
      concealedSamples = silentAfterSamples;
      return 0;
    }
    int faded = Math.max(0, position - fullLevelSamples);
    int gain = 256 - 256 * faded / (silentAfterSamples - fullLevelSamples);
    return (short) (period[position % periodSamples] * gain >> 8);
  }

  private void findPeriod() {
    int end = history.length;
    periodSamples = maxPeriod;
    double best = -Double.MAX_VALUE;
    for (int lag = minPeriod; lag <= maxPeriod; lag += scale) {
      double score = correlation(end - correlationSamples, lag);
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
    for (int i = from; i < history.length; i += 2 * scale) {
      int earlier = history[i - lag];
      product += (long) history[i] * earlier;
      energy += (long) earlier * earlier;
    }
    return product / Math.sqrt(energy);
  }

  private void remember(short[] pcm, int samples) {
    int kept = Math.min(samples, history.length);
    System.arraycopy(history, kept, history, 0, history.length - kept);
    System.arraycopy(pcm, samples - kept, history, history.length - kept, kept);
  }
}
