package org.tandemvoice.groupcall.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a groupcall (contract section 7). They only move forward. */
public enum GroupcallStatus {
  /** It rings, or the party that answered talks. */
  PROGRESSING,
  /** Somebody ends it; its calls have not all confirmed that. */
  HANGINGUP,
  /** None of its calls is left. */
  HANGUP;

  /** The states that may follow this one. */
  public Set<GroupcallStatus> next() {
    return switch (this) {
      case PROGRESSING -> EnumSet.of(HANGINGUP, HANGUP);
      case HANGINGUP -> EnumSet.of(HANGUP);
      case HANGUP -> EnumSet.noneOf(GroupcallStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
