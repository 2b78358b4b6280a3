package org.tandemvoice.media.engine.codec;

import java.util.OptionalInt;

/** G.711 A-law by table (ITU-T G.711 table 1; RFC 3551 section 4.5.14). */
public final class Pcma implements AudioCodec {

  private static final int EVEN_BITS = 0x55;
  private static final G711Table TABLE = new G711Table(Pcma::expand, Pcma::compress);

  @Override
  public String encodingName() {
    return "PCMA";
  }

  @Override
  public int clockRateHz() {
    return 8000;
  }

  @Override
  public OptionalInt staticPayloadType() {
    return OptionalInt.of(8);
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
    int bits = (code ^ EVEN_BITS) & 0x7F;
    int exponent = bits >> 4;
    int mantissa = (bits & 0x0F) + (exponent > 0 ? 16 : 0);
    int magnitude = (mantissa << 4) + 8 << Math.max(0, exponent - 1);
    return (short) (code < 0x80 ? -magnitude : magnitude);
  }

  private static byte compress(int sample) {
    // 12 bits and sign, negative values by one's complement, as the ITU's reference software does
    // it.
    int magnitude = (sample < 0 ? ~sample : sample) >> 4;
    int exponent = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = exponent > 1 ? magnitude >> exponent - 1 : magnitude;
    int code = exponent == 0 ? mantissa : exponent << 4 | mantissa & 0x0F;
    return (byte) ((sample < 0 ? code : code | 0x80) ^ EVEN_BITS);
  }
}
