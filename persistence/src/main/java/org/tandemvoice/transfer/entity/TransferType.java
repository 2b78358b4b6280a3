package org.tandemvoice.transfer.entity;

import java.util.Locale;

/** How a party hands the other over. */
public enum TransferType {
  /** Without a word to whom it hands over to. */
  BLIND,
  /** After it has talked to them. */
  ATTENDED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
