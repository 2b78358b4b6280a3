package org.tandemvoice.media.engine.jitter;

/**
 * Packets one after the other that come so late that no delay would be enough. Times in
 * eight-thousandths of a second.
 */
final class LateRun {

  /** A sender that stays too late for so long has begun anew. */
  private static final int LONG = 100 * JitterBuffer.SAMPLES_PER_MS;

  /** What is put in its place afterwards may wait until its sender catches up. */
  private static final int LONG_OF_WHOLE = 3_000 * JitterBuffer.SAMPLES_PER_MS;

  /** Packets of which each is so much less late than one before are said after a stall. */
  private static final int BURST = JitterBuffer.FRAME / 4;

  private boolean on;
  private long from;
  private long delay;

  /** A packet said at that time came so late; the run begins anew while they come ever sooner. */
  void goOn(long time, long packetDelay) {
    if (!on || packetDelay < delay - BURST) {
      delay = packetDelay;
      from = time;
    }
    on = true;
  }

  /** A packet came in time, or all is forgotten. */
  void end() {
    on = false;
  }

  boolean isOn() {
    return on;
  }

  /**
   * Whether a packet said at that time comes from a sender that will not catch up any more.
   *
   * @param whole whether late packets are of use all the same
   */
  boolean isTooLong(long time, boolean whole) {
    return on && time - from >= (whole ? LONG_OF_WHOLE : LONG);
  }
}
