package org.tandemvoice.media.engine.pace;

import java.util.Arrays;

/**
 * How late a wheel woke: two histograms of five seconds each, the older one dropped in turn. One
 * thread writes.
 */
final class Lateness {

  private static final int STEP_MICROS = 20;
  private static final int BUCKETS = 2500;
  private static final long PERIOD_NANOS = 5_000_000_000L;

  private int[] current = new int[BUCKETS];
  private int[] previous = new int[BUCKETS];
  private long turnAtNanos;
  private volatile long p99Micros;

  Lateness(long nowNanos) {
    turnAtNanos = nowNanos + PERIOD_NANOS;
  }

  void record(long nowNanos, long lateNanos) {
    int bucket = (int) Math.max(0, Math.min(BUCKETS - 1, lateNanos / (STEP_MICROS * 1000L)));
    current[bucket]++;
    if (nowNanos - turnAtNanos >= 0) {
      turn(nowNanos);
    }
  }

  /** 99th percentile of the last ten seconds, as of the last turn. */
  long p99Micros() {
    return p99Micros;
  }

  private void turn(long nowNanos) {
    turnAtNanos = nowNanos + PERIOD_NANOS;
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += current[i] + previous[i];
    }
    long above = 0;
    int bucket = BUCKETS - 1;
    while (bucket > 0 && above + current[bucket] + previous[bucket] <= total / 100) {
      above += current[bucket] + previous[bucket];
      bucket--;
    }
    p99Micros = (long) bucket * STEP_MICROS;
    int[] dropped = previous;
    previous = current;
    current = dropped;
    Arrays.fill(current, 0);
  }
}
