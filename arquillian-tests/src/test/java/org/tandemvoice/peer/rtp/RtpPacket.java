package org.tandemvoice.peer.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An RTP packet (RFC 3550 5.1).
 *
 * <pre>
 *  0                   1                   2                   3
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |           synchronization source (SSRC) identifier            |
 * </pre>
 */
public record RtpPacket(
    boolean marker, int payloadType, int sequence, long timestamp, long ssrc, byte[] payload) {

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(12 + payload.length);
    out.put((byte) 0x80).put((byte) ((marker ? 0x80 : 0) | payloadType));
    out.putShort((short) sequence).putInt((int) timestamp).putInt((int) ssrc).put(payload);
    return out.array();
  }

  static RtpPacket decode(byte[] bytes, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    int first = in.get() & 0xFF;
    if (length < 12 || first >> 6 != 2) {
      throw new AssertionError("This is no RTP packet of version 2, length " + length);
    }
    int second = in.get() & 0xFF;
    int sequence = in.getShort() & 0xFFFF;
    long timestamp = in.getInt() & 0xFFFFFFFFL;
    long ssrc = in.getInt() & 0xFFFFFFFFL;
    int start = 12 + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) { // a header extension: its length counts words
      start += 4 + 4 * (in.getShort(start + 2) & 0xFFFF);
    }
    int end = (first & 0x20) != 0 ? length - (bytes[length - 1] & 0xFF) : length;
    byte[] payload = Arrays.copyOfRange(bytes, start, end);
    return new RtpPacket((second & 0x80) != 0, second & 0x7F, sequence, timestamp, ssrc, payload);
  }
}
