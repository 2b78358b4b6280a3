package org.tandemvoice.peer.rtp;

/** G.711 by its definition, sample by sample; speed does not matter here. */
final class G711 {

  private static final int BIAS = 0x84;
  private static final int CLIP = 32635;

  private G711() {}

  static byte toUlaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(CLIP, Math.abs((int) sample)) + BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = magnitude >> exponent + 3 & 0x0F;
    return (byte) ~(sign | exponent << 4 | mantissa);
  }

  static short fromUlaw(byte code) {
    int bits = ~code & 0xFF;
    int exponent = bits >> 4 & 7;
    int magnitude = (((bits & 0x0F) << 3) + BIAS << exponent) - BIAS;
    return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
  }

  static byte toAlaw(short sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = (sample >= 0 ? sample : -sample - 1) >> 3; // 13 bits
    int exponent = magnitude < 32 ? 0 : 31 - Integer.numberOfLeadingZeros(magnitude) - 4;
    int mantissa = exponent == 0 ? magnitude >> 1 : magnitude >> exponent;
    return (byte) ((sign | exponent << 4 | mantissa & 0x0F) ^ 0x55);
  }

  static short fromAlaw(byte code) {
    int bits = (code & 0xFF) ^ 0x55;
    int exponent = bits >> 4 & 7;
    int mantissa = bits & 0x0F;
    int magnitude = exponent == 0 ? (mantissa << 4) + 8 : (mantissa << 4) + 0x108 << exponent - 1;
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }
}
