package org.tandemvoice.conference.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a call stands in a conference (contract section 9). */
public enum ConferencecallStatus {
  /** On its way in. */
  JOINING,
  /** It hears the others. */
  JOINED,
  /** On its way out. */
  LEAVING,
  /** It has been there. */
  LEAVED;

  /** The states that may follow this one. */
  public Set<ConferencecallStatus> next() {
    return switch (this) {
      case JOINING -> EnumSet.of(JOINED, LEAVING);
      case JOINED -> EnumSet.of(LEAVING);
      case LEAVING -> EnumSet.of(LEAVED);
      case LEAVED -> EnumSet.noneOf(ConferencecallStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
