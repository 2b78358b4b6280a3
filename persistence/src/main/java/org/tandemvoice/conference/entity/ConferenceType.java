package org.tandemvoice.conference.entity;

import java.util.Locale;

/** What a conference is for. */
public enum ConferenceType {
  /** Any number of parties, who come and go. */
  CONFERENCE,
  /** Two parties: it is over when only one is left. */
  CONNECT,
  /** Made for callers of a queue; behaves as {@link #CONFERENCE}. */
  QUEUE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
