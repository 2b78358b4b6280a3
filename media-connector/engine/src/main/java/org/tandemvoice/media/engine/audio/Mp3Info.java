package org.tandemvoice.media.engine.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The silent first frame by which encoders say how long the sound is, as LAME writes it: players
 * leave out what the encoder put before and behind it.
 *
 * @param from where the sound's first frame begins in the file
 * @param delay samples the encoder put before the sound
 * @param padding samples the encoder put behind it
 */
public record Mp3Info(int from, int delay, int padding) {

  /** What any decoder adds before the sound. */
  public static final int DECODER_DELAY = 529;

  private static final byte[] CONSTANT_RATE = "Info".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VARIABLE_RATE = "Xing".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCODER = "LAME3.98 ".getBytes(StandardCharsets.US_ASCII);
  private static final int FRAMES = 1;
  private static final int SIZE = 2;
  private static final int CONTENTS = 4;
  private static final int QUALITY = 8;
  private static final int CONTENTS_BYTES = 100;
  private static final int BEFORE_DELAYS = 21;
  private static final int MOST = 0xFFF;
  private static final int ID3_HEADER = 10;

  /** Reads the frame; empty if the file begins with sound. */
  static Optional<Mp3Info> of(byte[] file) {
    int start = behindTag(file);
    Optional<Mp3Header> header = Mp3Header.at(file, start);
    if (header.isEmpty() || start + header.get().bytes() > file.length) {
      return Optional.empty();
    }
    ByteBuffer frame =
        ByteBuffer.wrap(file, start, header.get().bytes())
            .slice()
            .position(Mp3Header.BYTES + header.get().sideBytes());
    byte[] name = new byte[CONSTANT_RATE.length];
    if (frame.remaining() < name.length + Integer.BYTES) {
      return Optional.empty();
    }
    frame.get(name);
    boolean isInfo = Arrays.equals(name, CONSTANT_RATE) || Arrays.equals(name, VARIABLE_RATE);
    int from = start + header.get().bytes();
    return isInfo ? Optional.of(read(frame, from)) : Optional.empty();
  }

  private static Mp3Info read(ByteBuffer frame, int from) {
    int flags = frame.getInt();
    int skipped =
        ((flags & FRAMES) == 0 ? 0 : Integer.BYTES)
            + ((flags & SIZE) == 0 ? 0 : Integer.BYTES)
            + ((flags & CONTENTS) == 0 ? 0 : CONTENTS_BYTES)
            + ((flags & QUALITY) == 0 ? 0 : Integer.BYTES);
    int delays = frame.position() + skipped + BEFORE_DELAYS;
    if (delays + 3 > frame.limit() || frame.get(delays - BEFORE_DELAYS) != 'L') {
      return new Mp3Info(from, 0, 0);
    }
    int high = frame.get(delays) & 0xFF;
    int middle = frame.get(delays + 1) & 0xFF;
    int low = frame.get(delays + 2) & 0xFF;
    return new Mp3Info(from, high << 4 | middle >> 4, (middle & 15) << 8 | low);
  }

  /** An ID3v2 tag has its length in four times seven bits. */
  private static int behindTag(byte[] file) {
    boolean isTagged =
        file.length > ID3_HEADER && file[0] == 'I' && file[1] == 'D' && file[2] == '3';
    return isTagged ? ID3_HEADER + (file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9]) : 0;
  }

  /**
   * The frame to be written before the sound.
   *
   * @param headerBits of the sound's first frame
   * @param frames of sound in the file
   * @param fileBytes of the whole file, this frame included
   */
  public static byte[] frame(int headerBits, int frames, long fileBytes, int delay, int padding) {
    int withoutPadding = headerBits & ~(1 << 9);
    Mp3Header header = Mp3Header.of(withoutPadding).orElseThrow();
    int ending = Math.max(0, Math.min(MOST, padding));
    ByteBuffer frame = ByteBuffer.allocate(header.bytes());
    frame.putInt(withoutPadding);
    frame.position(Mp3Header.BYTES + header.sideBytes());
    frame.put(CONSTANT_RATE).putInt(FRAMES | SIZE).putInt(frames).putInt((int) fileBytes);
    int name = frame.position();
    frame.put(ENCODER);
    frame.position(name + BEFORE_DELAYS);
    frame.put((byte) (delay >> 4)).put((byte) (delay << 4 | ending >> 8)).put((byte) ending);
    return frame.array();
  }
}
