package org.tandemvoice.media.engine.codec;

/** One byte becomes two samples of 16 kHz. */
final class G722Decoder implements AudioDecoder {

  private static final int[] QM6 = {
    -136, -136, -136, -136, -24808, -21904, -19008, -16704,
    -14984, -13512, -12280, -11192, -10232, -9360, -8576, -7856,
    -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576,
    -3168, -2776, -2400, -2032, -1688, -1360, -1040, -728,
    24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192,
    10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
    4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032,
    1688, 1360, 1040, 728, 432, 136, -432, -136
  };
  private static final int LIMIT = 16_383;

  private final G722Band low = G722Band.low();
  private final G722Band high = G722Band.high();
  private final G722Mirror mirror = new G722Mirror();

  @Override
  public int decode(byte[] payload, int offset, int length, short[] pcm) {
    int bytes = Math.min(length, pcm.length / 2);
    for (int i = 0; i < bytes; i++) {
      int code = payload[offset + i];
      int il = code & 0x3F;
      int rlow = limited(low.s() + (low.det() * QM6[il] >> 15));
      low.adaptLow(il >> 2);
      int prediction = high.s();
      int rhigh = limited(high.adaptHigh(code >> 6 & 3) + prediction);
      mirror.push(rlow + rhigh, rlow - rhigh);
      pcm[2 * i] = (short) G722Band.saturated(mirror.even() >> 11);
      pcm[2 * i + 1] = (short) G722Band.saturated(mirror.odd() >> 11);
    }
    return 2 * bytes;
  }

  private static int limited(int value) {
    return G722Band.limited(value, -LIMIT - 1, LIMIT);
  }
}
