package org.tandemvoice.campaign.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of one try to reach a target. */
public enum CampaigncallStatus {
  /** Not answered yet. */
  DIALING,
  /** Answered, or its flow runs. */
  PROGRESSING,
  /** Over, with a result. */
  DONE;

  /** Those that are not over. */
  public static final Set<CampaigncallStatus> OPEN = Set.of(DIALING, PROGRESSING);

  /** The states that may follow this one. */
  public Set<CampaigncallStatus> next() {
    return switch (this) {
      case DIALING -> EnumSet.of(PROGRESSING, DONE);
      case PROGRESSING -> EnumSet.of(DONE);
      case DONE -> EnumSet.noneOf(CampaigncallStatus.class);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
