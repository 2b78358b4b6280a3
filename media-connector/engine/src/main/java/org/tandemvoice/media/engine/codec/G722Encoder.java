package org.tandemvoice.media.engine.codec;

/** Two samples of 16 kHz become one byte: six bits for the low band, two for the high band. */
final class G722Encoder implements AudioEncoder {

  private static final int[] Q6 = {
    0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023,
    1121, 1219, 1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919
  };
  private static final int[] NEGATIVE_CODES = {
    0, 63, 62, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11,
    10, 9, 8, 7, 6, 5, 4
  };
  private static final int[] POSITIVE_CODES = {
    0, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39,
    38, 37, 36, 35, 34, 33, 32
  };

  private final G722Band low = G722Band.low();
  private final G722Band high = G722Band.high();
  private final G722Mirror mirror = new G722Mirror();

  @Override
  public int encode(short[] pcm, int samples, byte[] payload, int offset) {
    int bytes = samples / 2;
    for (int i = 0; i < bytes; i++) {
      mirror.push(pcm[2 * i], pcm[2 * i + 1]);
      int even = mirror.even();
      int odd = mirror.odd();
      int il = lowCode(even + odd >> 14);
      int ih = highCode(even - odd >> 14);
      payload[offset + i] = (byte) (ih << 6 | il);
    }
    return bytes;
  }

  private int lowCode(int xlow) {
    int error = G722Band.saturated(xlow - low.s());
    int magnitude = error >= 0 ? error : ~error;
    int level = 1;
    while (level < Q6.length && magnitude >= Q6[level] * low.det() >> 12) {
      level++;
    }
    int code = error < 0 ? NEGATIVE_CODES[level] : POSITIVE_CODES[level];
    low.adaptLow(code >> 2);
    return code;
  }

  private int highCode(int xhigh) {
    int error = G722Band.saturated(xhigh - high.s());
    int magnitude = error >= 0 ? error : ~error;
    boolean isLarge = magnitude >= 564 * high.det() >> 12;
    int code = error < 0 ? isLarge ? 0 : 1 : isLarge ? 2 : 3;
    high.adaptHigh(code);
    return code;
  }
}
