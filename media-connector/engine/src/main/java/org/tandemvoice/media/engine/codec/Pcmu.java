package org.tandemvoice.media.engine.codec;

import java.util.OptionalInt;

/** G.711 mu-law by table (ITU-T G.711 table 2; RFC 3551 section 4.5.14). */
public final class Pcmu implements AudioCodec {

  private static final int BIAS = 33;
  private static final G711Table TABLE = new G711Table(Pcmu::expand, Pcmu::compress);

  @Override
  public String encodingName() {
    return "PCMU";
  }

  @Override
  public int clockRateHz() {
    return 8000;
  }

  @Override
  public OptionalInt staticPayloadType() {
    return OptionalInt.of(0);
  }

  @Override
  public AudioEncoder encoder() {
    return TABLE;
  }

  @Override
  public AudioDecoder decoder() {
    return TABLE;
  }

  private static short expand(int code) {
    int inverted = ~code;
    int exponent = inverted >> 4 & 7;
    int step = 8 << exponent;
    int magnitude = (0x80 << exponent) + step * (inverted & 0x0F) + step / 2 - 4 * BIAS;
    return (short) (code < 0x80 ? -magnitude : magnitude);
  }

  private static byte compress(int sample) {
    // 14 bits, negative values by one's complement, as the ITU's reference software does it.
    int magnitude = Math.min(((sample < 0 ? ~sample : sample) >> 2) + BIAS, 0x1FFF);
    int segment = 32 - Integer.numberOfLeadingZeros(magnitude >> 6) + 1;
    int code = 8 - segment << 4 | 0x0F - (magnitude >> segment & 0x0F);
    return (byte) (sample < 0 ? code : code | 0x80);
  }
}
