package org.tandemvoice.billing.entity;

import java.util.Locale;

/** Why money moved. */
public enum LedgerKind {
  /** What a new customer begins with. */
  OPENING,
  TOP_UP,
  /** Taken back by a platform administrator. */
  ADJUSTMENT,
  USAGE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
