package org.tandemvoice.billing.entity;

import java.util.Locale;

/** Which way a billing changes the balance (contract section 16). */
public enum TransactionType {
  USAGE,
  TOP_UP,
  ADJUSTMENT;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
