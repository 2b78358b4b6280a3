package org.tandemvoice.media.engine.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An ID3 tag of version 2.3 that says how long the sound of an MP3 file is, to the millisecond: its
 * frames are longer than that, and many programs count them.
 *
 * <pre>
 *   "ID3" | version 3 | 0 | flags | size 4 | "TLEN" | size 4 | flags 2 | 0 | digits | padding
 * </pre>
 */
final class LengthTag {

  static final int BYTES = 40;

  private static final int HEADER_BYTES = 10;
  private static final int VERSION = 3;

  private LengthTag() {}

  /** The whole tag, as long as any other. */
  static byte[] of(long millis) {
    byte[] digits = Long.toString(millis).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tag = ByteBuffer.allocate(BYTES);
    tag.put(ascii("ID3")).put((byte) VERSION).put((byte) 0).put((byte) 0);
    // Seven bits of the size in each byte; it is less than 128.
    tag.putInt(BYTES - HEADER_BYTES);
    tag.put(ascii("TLEN")).putInt(1 + digits.length).putShort((short) 0);
    tag.put((byte) 0).put(digits);
    return tag.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
