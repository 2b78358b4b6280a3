package org.tandemvoice.conference.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a conference (contract section 9). {@link #TERMINATED} is final. */
public enum ConferenceStatus {
  /** It is being made. */
  STARTING,
  /** Parties may join, whether any is there or not. */
  PROGRESSING,
  /** Nobody may join any more; those who are there are led out. */
  TERMINATING,
  /** Over, and empty. */
  TERMINATED;

  /** The states that may follow this one. */
  public Set<ConferenceStatus> next() {
    return switch (this) {
      case STARTING -> EnumSet.of(PROGRESSING, TERMINATING);
      case PROGRESSING -> EnumSet.of(TERMINATING);
      case TERMINATING -> EnumSet.of(TERMINATED);
      case TERMINATED -> EnumSet.noneOf(ConferenceStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
