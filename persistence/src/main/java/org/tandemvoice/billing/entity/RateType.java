package org.tandemvoice.billing.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rate is for. Calls that stay within the server have none: they cost nothing. */
public enum RateType {
  /** A leg into the telephone network, by its called number. */
  CALL_OUTGOING,
  /** A call from the telephone network, by its called number. */
  CALL_INCOMING,
  /**
   * A number, by its first digits: the first price when it is purchased, the next one each time it
   * is renewed, whatever the increments.
   */
  NUMBER,
  /** Something spoken, by its characters. */
  TTS,
  /** A recording, by its seconds. */
  RECORDING;

  /** Whether the price may depend on the number. */
  public boolean isByNumber() {
    return this == CALL_OUTGOING || this == CALL_INCOMING || this == NUMBER;
  }

  public static Optional<RateType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
