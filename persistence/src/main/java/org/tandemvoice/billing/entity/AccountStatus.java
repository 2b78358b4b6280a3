package org.tandemvoice.billing.entity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a customer may spend (contract section 16). */
public enum AccountStatus {
  /** What is affordable may be used. */
  ACTIVE,
  /** A platform administrator has stopped all that costs money. */
  FROZEN,
  /** The customer is gone. Nothing follows. */
  DELETED;

  /** The states that may follow this one. */
  public Set<AccountStatus> next() {
    return switch (this) {
      case ACTIVE -> EnumSet.of(FROZEN, DELETED);
      case FROZEN -> EnumSet.of(ACTIVE, DELETED);
      case DELETED -> EnumSet.noneOf(AccountStatus.class);
    };
  }

  public static Optional<AccountStatus> of(String text) {
    return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
