package org.tandemvoice.queue.entity;

import java.util.Locale;

/** Why a caller is no longer in a queue. */
public enum EndReason {
  /** Has talked to an agent. */
  SERVED,
  /** Has waited too long. */
  TIMEOUT,
  /** Somebody took it out. */
  KICKED,
  /** The call is over. */
  HANGUP;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
