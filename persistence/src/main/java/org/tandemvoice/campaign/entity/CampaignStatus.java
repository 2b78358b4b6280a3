package org.tandemvoice.campaign.entity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The states of a campaign (contract section 9). */
public enum CampaignStatus {
  /** Calls nobody. */
  STOP,
  /** Calls nobody new; calls that have begun go on. */
  STOPPING,
  /** Calls. */
  RUN;

  /** The states that may follow this one. */
  public Set<CampaignStatus> next() {
    return switch (this) {
      case STOP -> EnumSet.of(RUN);
      case STOPPING -> EnumSet.of(STOP, RUN);
      case RUN -> EnumSet.of(STOPPING, STOP);
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if there is no such state. */
  public static Optional<CampaignStatus> of(String text) {
    return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
  }
}
