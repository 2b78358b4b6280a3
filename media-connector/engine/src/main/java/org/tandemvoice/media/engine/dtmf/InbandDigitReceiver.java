package org.tandemvoice.media.engine.dtmf;

/**
 * Hears key presses in 8 kHz sound (ITU-T Q.23, Q.24) by Goertzel's algorithm over blocks of 102
 * samples. A press is two blocks of the same key and ends with two blocks without it. Speech is
 * kept out by the purity of the two tones, their twist and their overtones.
 */
public final class InbandDigitReceiver {

  private static final int BLOCK = 102;
  private static final int SAMPLES_PER_MS = 8;
  private static final double[] ROWS = coefficients(DigitTone.ROWS_HZ, 1);
  private static final double[] COLUMNS = coefficients(DigitTone.COLUMNS_HZ, 1);
  private static final double[] ROW_OVERTONES = coefficients(DigitTone.ROWS_HZ, 2);
  private static final double[] COLUMN_OVERTONES = coefficients(DigitTone.COLUMNS_HZ, 2);

  /** Mean square of the weakest tone taken, about 35 dB below full scale. */
  private static final double MIN_TONE_POWER = 6e3;

  /** ITU-T Q.24 annex A: the higher tone may be this much louder or softer, as a power ratio. */
  private static final double MAX_TWIST = 6.4;

  private static final double MAX_REVERSE_TWIST = 10.0;

  /** The strongest of a group must exceed its others by 8 dB. */
  private static final double SELECTIVITY = 6.3;

  /** Share of the block's energy that is in the two tones. */
  private static final double PURITY = 0.72;

  private static final double MAX_OVERTONE = 0.16;
  private static final char NONE = 0;

  private final DigitListener listener;
  private final double[] rowPower = new double[4];
  private final double[] columnPower = new double[4];
  private final short[] block = new short[BLOCK];
  private int filled;
  private char last;
  private char pressed;
  private int pressedBlocks;
  private int missedBlocks;

  public InbandDigitReceiver(DigitListener listener) {
    this.listener = listener;
  }

  /** Takes the next samples of the stream. */
  public void hear(short[] pcm, int samples) {
    int at = 0;
    while (at < samples) {
      int taken = Math.min(BLOCK - filled, samples - at);
      System.arraycopy(pcm, at, block, filled, taken);
      filled += taken;
      at += taken;
      if (filled == BLOCK) {
        filled = 0;
        follow(key());
      }
    }
  }

  /** Forgets the stream; a press that was going on ends. */
  public void reset() {
    filled = 0;
    last = NONE;
    end();
  }

  private void follow(char key) {
    if (pressed != NONE) {
      if (key == pressed) {
        pressedBlocks += 1 + missedBlocks;
        missedBlocks = 0;
      } else if (++missedBlocks == 2) {
        end();
      }
    }
    if (pressed == NONE && key != NONE && key == last) {
      pressed = key;
      pressedBlocks = 2;
      missedBlocks = 0;
      listener.digitBegan(key);
    }
    last = key;
  }

  private void end() {
    if (pressed != NONE) {
      char digit = pressed;
      pressed = NONE;
      listener.digitEnded(digit, pressedBlocks * BLOCK / SAMPLES_PER_MS);
    }
  }

  private char key() {
    double meanSquare = meanSquare();
    // No tone is stronger than twice the mean square (Cauchy and Schwarz): most blocks end here.
    if (2 * meanSquare < MIN_TONE_POWER) {
      return NONE;
    }
    int row = strongest(ROWS, rowPower);
    double rowTone = rowPower[row];
    if (rowTone < MIN_TONE_POWER) {
      return NONE;
    }
    int column = strongest(COLUMNS, columnPower);
    double columnTone = columnPower[column];
    if (columnTone < MIN_TONE_POWER
        || columnTone > rowTone * MAX_TWIST
        || rowTone > columnTone * MAX_REVERSE_TWIST
        || !standsOut(rowPower, row)
        || !standsOut(columnPower, column)
        || rowTone + columnTone < PURITY * meanSquare
        || power(ROW_OVERTONES[row]) > MAX_OVERTONE * rowTone
        || power(COLUMN_OVERTONES[column]) > MAX_OVERTONE * columnTone) {
      return NONE;
    }
    return DigitTone.KEYS.charAt(4 * row + column);
  }

  private int strongest(double[] coefficients, double[] powers) {
    int best = 0;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power(coefficients[i]);
      if (powers[i] > powers[best]) {
        best = i;
      }
    }
    return best;
  }

  private static boolean standsOut(double[] powers, int best) {
    for (int i = 0; i < powers.length; i++) {
      if (i != best && powers[i] * SELECTIVITY > powers[best]) {
        return false;
      }
    }
    return true;
  }

  /** Mean square of the tone of that frequency in the block. */
  private double power(double coefficient) {
    double previous = 0;
    double beforeThat = 0;
    for (int i = 0; i < BLOCK; i++) {
      double now = block[i] + coefficient * previous - beforeThat;
      beforeThat = previous;
      previous = now;
    }
    double magnitude =
        previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
    return 2 * magnitude / ((double) BLOCK * BLOCK);
  }

  private double meanSquare() {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += block[i] * block[i];
    }
    return (double) sum / BLOCK;
  }

  private static double[] coefficients(int[] hertz, int multiple) {
    double[] coefficients = new double[hertz.length];
    for (int i = 0; i < hertz.length; i++) {
      coefficients[i] = 2 * Math.cos(2 * Math.PI * multiple * hertz[i] / 8000);
    }
    return coefficients;
  }
}
