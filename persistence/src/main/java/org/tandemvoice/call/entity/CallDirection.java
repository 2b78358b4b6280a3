package org.tandemvoice.call.entity;

import java.util.Locale;

/** Which side placed the call. */
public enum CallDirection {
  /** The party called the platform. */
  INCOMING,
  /** The platform called the party. */
  OUTGOING;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
