package org.tandemvoice.media.engine.rtp;

import java.util.random.RandomGenerator;

/**
 * The identity and the counters of the RTP stream we send: SSRC, sequence number and media time,
 * each with a random start (RFC 3550 section 5.1). Writes headers; sends nothing.
 */
public final class RtpStream {

  private final int ssrc;
  private int sequence;
  private int timestamp;

  public RtpStream(RandomGenerator random) {
    ssrc = random.nextInt();
    sequence = random.nextInt(0x8000);
    timestamp = random.nextInt();
  }

  public int ssrc() {
    return ssrc;
  }

  /** Media time of the next sample. */
  public int timestamp() {
    return timestamp;
  }

  /** Media time goes on whether or not anything is sent, so that a pause is seen as one. */
  public void advance(int samples) {
    timestamp += samples;
  }

  /** Leaves out a sequence number, so that the other side sees the loss that we saw. */
  public void skip() {
    sequence++;
  }

  /** Writes the 12 bytes of the header at the start of the array and counts the packet. */
  public void writeHeader(byte[] packet, int payloadType, boolean marker, int mediaTime) {
    packet[0] = (byte) 0x80;
    packet[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
    BigEndian.writeShort(packet, 2, sequence++);
    BigEndian.writeInt(packet, 4, mediaTime);
    BigEndian.writeInt(packet, 8, ssrc);
  }
}
