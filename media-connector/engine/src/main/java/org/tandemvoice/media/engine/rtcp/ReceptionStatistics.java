package org.tandemvoice.media.engine.rtcp;

/**
 * Counts one received stream after RFC 3550 appendix A; survives a change of SSRC. One thread
 * writes, any may read.
 */
public final class ReceptionStatistics {

  private static final int MAX_DROPOUT = 3000;
  private static final int MAX_MISORDER = 100;

  private boolean started;
  private int ssrc;
  private int highest;
  private long cycles;
  private long first;
  private long bad;
  private long expectedOfOtherStreams;
  private long receivedInStream;
  private long lastTransit;
  private double jitter;
  private long expectedAtReport;
  private long receivedAtReport;
  private volatile long received;
  private volatile long expected;
  private volatile double jitterSamples;

  /** Counts one packet; {@code arrival} is in samples of the RTP clock. */
  public void packet(int packetSsrc, int sequence, long timestamp, long arrival) {
    if (!started || packetSsrc != ssrc) {
      restart(packetSsrc, sequence);
    } else {
      follow(sequence);
    }
    receivedInStream++;
    received++;
    expected = expectedOfOtherStreams + expectedInStream();
    transit(arrival - timestamp);
  }

  /** Packets counted. */
  public long received() {
    return received;
  }

  /** RFC 3550 appendix A.3: never below zero, though duplicates may outnumber losses. */
  public long lost() {
    return Math.max(0, expected - received);
  }

  public long expected() {
    return expected;
  }

  /** Interarrival jitter in samples of the RTP clock. */
  public double jitterSamples() {
    return jitterSamples;
  }

  public int ssrc() {
    return ssrc;
  }

  /** Extended highest sequence number of the current stream, 32 bits. */
  public int extendedHighest() {
    return (int) (cycles + highest);
  }

  /** Loss since the last call in 256ths (RFC 3550 appendix A.3). */
  public int fractionLost() {
    long expectedNow = expected - expectedAtReport;
    long receivedNow = received - receivedAtReport;
    expectedAtReport = expected;
    receivedAtReport = received;
    long lostNow = expectedNow - receivedNow;
    return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
  }

  private void restart(int packetSsrc, int sequence) {
    expectedOfOtherStreams = started ? expectedOfOtherStreams + expectedInStream() : 0;
    started = true;
    ssrc = packetSsrc;
    highest = sequence;
    first = sequence;
    cycles = 0;
    bad = -1;
    receivedInStream = 0;
    lastTransit = Long.MIN_VALUE;
  }

  private void follow(int sequence) {
    int ahead = sequence - highest & 0xFFFF;
    if (ahead < MAX_DROPOUT) {
      if (sequence < highest) {
        cycles += 65536;
      }
      highest = sequence;
    } else if (ahead <= 65536 - MAX_MISORDER) {
      // RFC 3550 appendix A.1: two packets in a row after a jump mean that the sender restarted.
      if (sequence == bad) {
        restart(ssrc, sequence);
      } else {
        bad = sequence + 1 & 0xFFFF;
      }
    }
  }

  private long expectedInStream() {
    return cycles + highest - first + 1;
  }

  private void transit(long transit) {
    if (lastTransit != Long.MIN_VALUE) {
      // RFC 3550 appendix A.8; the timestamp wraps, so only the low 32 bits count.
      int difference = Math.abs((int) (transit - lastTransit));
      jitter += (difference - jitter) / 16;
      jitterSamples = jitter;
    }
    lastTransit = transit;
  }
}
