package org.tandemvoice.media.engine.audio;

import java.util.Optional;
import org.tandemvoice.media.engine.rtp.BigEndian;

/**
 * The four bytes before each layer 3 frame (ISO 11172-3 section 2.4.1.3, ISO 13818-3):
 *
 * <pre>
 *   sync 11 | version 2 | layer 2 | no CRC 1 | bit rate 4 | sample rate 2 | padding 1 | private 1 |
 *   mode 2 | mode extension 2 | copyright 1 | original 1 | emphasis 2
 * </pre>
 *
 * @param samples in a frame, of each channel
 * @param bytes of the whole frame
 * @param sideBytes of the side information behind the header and its CRC
 */
public record Mp3Header(int samples, int bytes, int sideBytes) {

  public static final int BYTES = 4;

  private static final int[] BIT_RATES_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] BIT_RATES_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] RATES_HZ = {44_100, 48_000, 32_000};
  private static final int LAYER_3 = 1;
  private static final int MONO = 3;

  /** Reads the header at that place; empty if there is none of a layer 3 frame. */
  public static Optional<Mp3Header> at(byte[] file, int offset) {
    return offset < 0 || offset + BYTES > file.length
        ? Optional.empty()
        : of(BigEndian.readInt(file, offset));
  }

  /** Reads the header in these 32 bits; empty if it is none of a layer 3 frame. */
  public static Optional<Mp3Header> of(int bits) {
    int version = bits >>> 19 & 3;
    int bitRate = bits >>> 12 & 15;
    int rate = bits >>> 10 & 3;
    boolean isFrame =
        bits >>> 21 == 0x7FF
            && version != 1
            && (bits >>> 17 & 3) == LAYER_3
            && bitRate > 0
            && bitRate < 15
            && rate < 3;
    if (!isFrame) {
      return Optional.empty();
    }
    boolean isFirst = version == 3;
    int rateHz = RATES_HZ[rate] >> (isFirst ? 0 : version == 2 ? 1 : 2);
    int kilobits = (isFirst ? BIT_RATES_1 : BIT_RATES_2)[bitRate];
    int samples = isFirst ? 1_152 : 576;
    boolean isMono = (bits >>> 6 & 3) == MONO;
    int side = isFirst ? isMono ? 17 : 32 : isMono ? 9 : 17;
    int checksum = (bits >>> 16 & 1) == 0 ? 2 : 0;
    return Optional.of(
        new Mp3Header(
            samples, samples / 8 * 1_000 * kilobits / rateHz + (bits >>> 9 & 1), side + checksum));
  }
}
