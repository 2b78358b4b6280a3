package org.tandemvoice.transfer.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a transfer. The last three are final. */
public enum TransferStatus {
  /** Attended: the kept party waits while the transferer calls and talks to the transferee. */
  CONSULTING,
  /** Blind, or attended and the transferer has gone: the kept party waits for the answer. */
  TRANSFERRING,
  /** The kept party talks to the transferee. */
  COMPLETED,
  /** The transferer has taken the conversation back. */
  CANCELED,
  /** Nobody answered, or a party was lost meanwhile. */
  FAILED;

  /** The states that may follow this one. */
  public Set<TransferStatus> next() {
    return switch (this) {
      case CONSULTING -> EnumSet.of(TRANSFERRING, COMPLETED, CANCELED, FAILED);
      case TRANSFERRING -> EnumSet.of(COMPLETED, CANCELED, FAILED);
      case COMPLETED, CANCELED, FAILED -> EnumSet.noneOf(TransferStatus.class);
    };
  }

  public boolean isFinal() {
    return next().isEmpty();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
