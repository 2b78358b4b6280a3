package org.tandemvoice.customer.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a customer may do on the platform (contract Appendix A). */
public enum CustomerStatus {
  /** All but calls: it signed up and has not shown yet that its e-mail address is its own. */
  INITIAL,
  /** All that it can pay. */
  ACTIVE,
  /** Nothing: a platform administrator has stopped it. */
  FROZEN,
  /** The customer is gone. Nothing follows. */
  DELETED;

  /** The states that may follow this one. */
  public Set<CustomerStatus> next() {
    return switch (this) {
      case INITIAL -> EnumSet.of(ACTIVE, FROZEN, DELETED);
      case ACTIVE -> EnumSet.of(FROZEN, DELETED);
      case FROZEN -> EnumSet.of(INITIAL, ACTIVE, DELETED);
      case DELETED -> EnumSet.noneOf(CustomerStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
