package org.tandemvoice.billing.entity;

import java.util.Locale;

/** Whether the amount of a billing is final (contract section 16). */
public enum BillingStatus {
  /** The use goes on. */
  PROGRESSING,
  /** Nothing follows. */
  END;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
