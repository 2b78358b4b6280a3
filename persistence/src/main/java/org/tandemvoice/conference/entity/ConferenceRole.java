package org.tandemvoice.conference.entity;

import java.util.Locale;

/** What a party may do in a conference (inventory section 17). */
public enum ConferenceRole {
  /** Mutes and unmutes anybody. */
  MODERATOR,
  /** Mutes and unmutes itself. */
  PARTICIPANT;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
