package org.tandemvoice.media.engine.jitter;

import java.util.Arrays;

/**
 * How much later than the quickest the last packets came. The unit is samples of the RTP clock; the
 * running 95th percentile gives the delay a jitter buffer should aim at.
 */
final class DelayWindow {

  private static final int PACKETS = 256;
  private static final int RECALCULATE_EVERY = 32;
  private static final int PERCENT = 95;

  private final long[] delays = new long[PACKETS];
  private final long[] sorted = new long[PACKETS];
  private int recorded;
  private long quickest;
  private long spread;

  /** Records arrival time minus media time of one packet. */
  void record(long delay) {
    delays[recorded % PACKETS] = delay;
    recorded++;
    if (recorded == 1 || delay < quickest) {
      quickest = delay;
    }
    if (recorded <= 8 || recorded % RECALCULATE_EVERY == 0) {
      recalculate();
    }
  }

  /** The smallest delay in the window. */
  long quickest() {
    return quickest;
  }

  /** 95th percentile above the quickest. */
  long spread() {
    return spread;
  }

  void clear() {
    recorded = 0;
    spread = 0;
    quickest = 0;
  }

  private void recalculate() {
    int count = Math.min(recorded, PACKETS);
    System.arraycopy(delays, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    quickest = sorted[0];
    spread = sorted[(count - 1) * PERCENT / 100] - quickest;
    if (recorded >= 2 * PACKETS) {
      recorded -= PACKETS;
    }
  }
}
