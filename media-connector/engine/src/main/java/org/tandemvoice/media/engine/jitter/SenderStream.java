package org.tandemvoice.media.engine.jitter;

import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * The stream a sender is in: counts its sequence numbers and media time on where their 16 and 32
 * bits end (RFC 3550 appendix A.1). Times in eight-thousandths of a second.
 */
final class SenderStream {

  private static final long FIRST_CYCLE = 65_536;

  private boolean known;
  private int ssrc;
  private int ticks = 1;
  private long newest;
  private long newestTime;
  private long newestStamp;

  /** Whether the packet is of the source that was begun with; false when none was. */
  boolean isOf(RtpPacket packet) {
    return known && packet.ssrc() == ssrc;
  }

  /** Whether so many ticks of the RTP clock are one unit of time, as they were at the beginning. */
  boolean counts(int ticksPerUnit) {
    return ticks == ticksPerUnit;
  }

  void begin(RtpPacket packet, int ticksPerUnit) {
    known = true;
    ssrc = packet.ssrc();
    ticks = ticksPerUnit;
    newest = packet.sequence() + FIRST_CYCLE;
    newestStamp = packet.timestamp();
    newestTime = newestStamp / ticks;
  }

  /** No packet is of this stream any more. */
  void end() {
    known = false;
  }

  /** Takes note of a packet, if it is the newest. */
  void follow(RtpPacket packet) {
    long sequence = sequenceOf(packet);
    if (sequence > newest) {
      newestTime = timeOf(packet);
      newestStamp = packet.timestamp();
      newest = sequence;
    }
  }

  long sequenceOf(RtpPacket packet) {
    return newest + (short) (packet.sequence() - newest);
  }

  long timeOf(RtpPacket packet) {
    return newestTime + (int) (packet.timestamp() - newestStamp) / ticks;
  }

  /** Media time of the packet with the greatest sequence number so far. */
  long newestTime() {
    return newestTime;
  }

  /** The greatest sequence number so far. */
  long newest() {
    return newest;
  }
}
