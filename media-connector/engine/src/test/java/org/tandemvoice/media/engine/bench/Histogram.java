package org.tandemvoice.media.engine.bench;

/** Counts of durations in steps of 10 microseconds up to 100 ms. */
final class Histogram {

  private static final int STEP_NANOS = 10_000;

  private final long[] counts = new long[10_000];
  private long total;
  private long maxNanos;

  void record(long nanos) {
    counts[(int) Math.min(counts.length - 1, nanos / STEP_NANOS)]++;
    total++;
    maxNanos = Math.max(maxNanos, nanos);
  }

  double millisAt(double percent) {
    long below = (long) Math.ceil(total * percent / 100);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= below) {
        return i * STEP_NANOS / 1e6;
      }
    }
    return maxNanos / 1e6;
  }

  double maxMillis() {
    return maxNanos / 1e6;
  }
}
