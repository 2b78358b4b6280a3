package org.tandemvoice.media.engine.codec;

/**
 * The quadrature mirror filter of 24 taps that splits and joins the bands (ITU-T G.722 table 11).
 */
final class G722Mirror {

  private static final int[] TAPS = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};
  private static final int LENGTH = 24;
  private static final int BLOCK = 512;

  private final int[] x = new int[BLOCK + LENGTH];
  private int at;

  /** Takes the next two values. */
  void push(int first, int second) {
    if (at + LENGTH == x.length) {
      System.arraycopy(x, at + 2, x, 0, LENGTH - 2);
      at = 0;
    } else {
      at += 2;
    }
    x[at + LENGTH - 2] = first;
    x[at + LENGTH - 1] = second;
  }

  /** Sum over the later values of each pair. */
  int even() {
    int sum = 0;
    for (int i = 0; i < TAPS.length; i++) {
      sum += x[at + 2 * i + 1] * TAPS[TAPS.length - 1 - i];
    }
    return sum;
  }

  /** Sum over the earlier values of each pair. */
  int odd() {
    int sum = 0;
    for (int i = 0; i < TAPS.length; i++) {
      sum += x[at + 2 * i] * TAPS[i];
    }
    return sum;
  }
}
