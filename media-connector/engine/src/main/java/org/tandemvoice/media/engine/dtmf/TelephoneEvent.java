package org.tandemvoice.media.engine.dtmf;

import org.tandemvoice.media.engine.rtp.BigEndian;

/**
 * The payload of a telephone-event packet (RFC 4733 section 2.3).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     event     |E|R| volume    |          duration             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class TelephoneEvent {

  public static final int BYTES = 4;

  /** The events of RFC 4733 table 3 that are keys, by number. */
  public static final String DIGITS = "0123456789*#ABCD";

  private static final int VOLUME_DBM0 = 10;

  private TelephoneEvent() {}

  static int event(byte[] payload, int offset) {
    return payload[offset] & 0xFF;
  }

  static boolean isEnd(byte[] payload, int offset) {
    return (payload[offset + 1] & 0x80) != 0;
  }

  static int duration(byte[] payload, int offset) {
    return BigEndian.readShort(payload, offset + 2);
  }

  static void write(byte[] payload, int offset, int event, boolean end, int duration) {
    payload[offset] = (byte) event;
    payload[offset + 1] = (byte) (end ? 0x80 | VOLUME_DBM0 : VOLUME_DBM0);
    BigEndian.writeShort(payload, offset + 2, duration);
  }
}
