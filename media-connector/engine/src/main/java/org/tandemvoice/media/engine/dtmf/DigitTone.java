package org.tandemvoice.media.engine.dtmf;

import org.tandemvoice.media.engine.tone.ToneGenerator;

/** A key press as sound (ITU-T Q.23), for a party that does not know telephone-event. */
public final class DigitTone {

  static final int[] ROWS_HZ = {697, 770, 852, 941};
  static final int[] COLUMNS_HZ = {1209, 1336, 1477, 1633};

  /** Keys by row and column. */
  static final String KEYS = "123A456B789C*0#D";

  private static final double LEVEL_DB = -10;

  private DigitTone() {}

  /** Whether there is such a key. */
  public static boolean isDigit(char digit) {
    return KEYS.indexOf(digit) >= 0;
  }

  /** Makes the generator sound that key. */
  public static void press(char digit, ToneGenerator generator) {
    int key = KEYS.indexOf(digit);
    generator.start(ROWS_HZ[key / 4], COLUMNS_HZ[key % 4], LEVEL_DB);
  }
}
