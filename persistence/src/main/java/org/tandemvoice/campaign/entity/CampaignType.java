package org.tandemvoice.campaign.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a campaign does for each of its targets. */
public enum CampaignType {
  /** Calls it; the actions run when it answers. */
  CALL,
  /** Runs the actions, which themselves decide what to do about it. */
  FLOW;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #CALL} for an empty text; empty if there is no such type. */
  public static Optional<CampaignType> of(String text) {
    return text.isEmpty()
        ? Optional.of(CALL)
        : Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
  }
}
