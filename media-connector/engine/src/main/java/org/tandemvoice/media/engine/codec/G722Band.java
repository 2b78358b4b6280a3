package org.tandemvoice.media.engine.codec;

/**
 * The adaptive predictor and the step size of one sub-band, the same in encoder and decoder (ITU-T
 * G.722 clause 3.6, blocks 2 to 4). Variables keep the Recommendation's names.
 */
final class G722Band {

  private static final int[] ILB = {
    2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834,
    2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
  };
  private static final int[] WL = {-60, -30, 58, 172, 334, 538, 1198, 3042};
  private static final int[] RL42 = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
  private static final int[] QM4 = {
    0, -20456, -12896, -8968, -6288, -4240, -2584, -1200,
    20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
  };
  private static final int[] WH = {0, -214, 798};
  private static final int[] RH2 = {2, 1, 2, 1};
  private static final int[] QM2 = {-7408, -1616, 7408, 1616};
  private static final int LOW_LIMIT = 18_432;
  private static final int HIGH_LIMIT = 22_528;

  private final int[] a = new int[3];
  private final int[] b = new int[7];
  private final int[] d = new int[7];
  private final int[] r = new int[3];
  private final int[] p = new int[3];
  private int nb;
  private int det;
  private int s;
  private int sz;

  private G722Band(int firstDet) {
    det = firstDet;
  }

  static G722Band low() {
    return new G722Band(32);
  }

  static G722Band high() {
    return new G722Band(8);
  }

  /** The prediction. */
  int s() {
    return s;
  }

  /** The step size. */
  int det() {
    return det;
  }

  /** Goes on by a low-band code without its two least bits. */
  void adaptLow(int ril) {
    int difference = det * QM4[ril] >> 15;
    nb = limited((nb * 127 >> 7) + WL[RL42[ril]], 0, LOW_LIMIT);
    det = scale(8);
    predict(difference);
  }

  /** Goes on by a high-band code; returns its quantised difference. */
  int adaptHigh(int ih) {
    int difference = det * QM2[ih] >> 15;
    nb = limited((nb * 127 >> 7) + WH[RH2[ih]], 0, HIGH_LIMIT);
    det = scale(10);
    predict(difference);
    return difference;
  }

  static int saturated(int value) {
    return limited(value, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static int limited(int value, int min, int max) {
    return Math.max(min, Math.min(max, value));
  }

  private int scale(int octaves) {
    int shift = octaves - (nb >> 11);
    int mantissa = ILB[nb >> 6 & 31];
    return (shift < 0 ? mantissa << -shift : mantissa >> shift) << 2;
  }

  private void predict(int difference) {
    d[0] = difference;
    r[0] = saturated(s + difference);
    p[0] = saturated(sz + difference);
    adaptPoles();
    adaptZeros();
    shift();
    int poles = saturated((a[1] * saturated(2 * r[1]) >> 15) + (a[2] * saturated(2 * r[2]) >> 15));
    int zeros = 0;
    for (int i = 6; i > 0; i--) {
      zeros += b[i] * saturated(2 * d[i]) >> 15;
    }
    sz = saturated(zeros);
    s = saturated(poles + sz);
  }

  private void adaptPoles() {
    boolean sameAsLast = (p[0] ^ p[1]) >= 0;
    boolean sameAsOneBefore = (p[0] ^ p[2]) >= 0;
    int quadrupled = saturated(a[1] * 4);
    int turned = Math.min(Short.MAX_VALUE, sameAsLast ? -quadrupled : quadrupled);
    int second = (sameAsOneBefore ? 128 : -128) + (turned >> 7) + (a[2] * 32_512 >> 15);
    int ap2 = limited(second, -12_288, 12_288);
    int first = saturated((sameAsLast ? 192 : -192) + (a[1] * 32_640 >> 15));
    int bound = saturated(15_360 - ap2);
    a[1] = limited(first, -bound, bound);
    a[2] = ap2;
  }

  private void adaptZeros() {
    int step = d[0] == 0 ? 0 : 128;
    for (int i = 1; i <= 6; i++) {
      boolean sameSign = (d[0] ^ d[i]) >= 0;
      b[i] = saturated((sameSign ? step : -step) + (b[i] * 32_640 >> 15));
    }
  }

  private void shift() {
    System.arraycopy(d, 0, d, 1, 6);
    System.arraycopy(r, 0, r, 1, 2);
    System.arraycopy(p, 0, p, 1, 2);
  }
}
