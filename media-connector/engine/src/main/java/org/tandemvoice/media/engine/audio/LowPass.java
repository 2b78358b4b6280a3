package org.tandemvoice.media.engine.audio;

/** Taps of a low-pass filter: a sinc in a Kaiser window. */
final class LowPass {

  private static final double KAISER_BETA = 8.0;

  private LowPass() {}

  /**
   * The taps around a point that lies by {@code fraction} of a sample after the middle.
   *
   * @param halfTaps taps on either side
   * @param bandwidth of half the rate, 0 to 1
   */
  static float[] taps(int halfTaps, double fraction, double bandwidth) {
    double[] taps = new double[2 * halfTaps];
    double sum = 0;
    for (int k = 0; k < taps.length; k++) {
      double distance = k - (halfTaps - 1) - fraction;
      taps[k] = sinc(distance * bandwidth) * kaiser(distance / halfTaps);
      sum += taps[k];
    }
    float[] normalised = new float[taps.length];
    for (int k = 0; k < taps.length; k++) {
      normalised[k] = (float) (taps[k] / sum);
    }
    return normalised;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) > 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k < 40; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
