package org.tandemvoice.media.engine.sdp;

import java.util.OptionalInt;

/** Decimal numbers of an SDP, which are short and have no sign. */
final class Numbers {

  private static final int MAX_DIGITS = 9;

  private Numbers() {}

  static int parse(String text, int min, int max, String what) {
    OptionalInt number = parse(text);
    if (number.isEmpty() || number.getAsInt() < min || number.getAsInt() > max) {
      throw new SdpException(
          what
              + " is '"
              + SessionDescription.excerpt(text)
              + "', not a number from "
              + min
              + " to "
              + max);
    }
    return number.getAsInt();
  }

  /** Empty if it is no number or too long for one. */
  static OptionalInt parse(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      number = number * 10 + (c - '0');
    }
    return OptionalInt.of(number);
  }
}
