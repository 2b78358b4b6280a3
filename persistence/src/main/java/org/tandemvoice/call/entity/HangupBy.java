package org.tandemvoice.call.entity;

import java.util.Locale;

/** Who hung up first (inventory section 10). */
public enum HangupBy {
  /** The party. */
  REMOTE,
  /** The platform: an API request, a flow action, a timer. */
  LOCAL;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
