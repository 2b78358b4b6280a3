package org.tandemvoice.campaign.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a target. */
public enum TargetStatus {
  /** May be tried, if it may be tried again at all. */
  IDLE,
  /** Is being tried. */
  PROGRESSING,
  /** Was reached, or may not be tried again. */
  DONE;

  /** The states that may follow this one. */
  public Set<TargetStatus> next() {
    return switch (this) {
      case IDLE -> EnumSet.of(PROGRESSING, DONE);
      case PROGRESSING -> EnumSet.of(IDLE, DONE);
      case DONE -> EnumSet.noneOf(TargetStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
