package org.tandemvoice.queue.entity;

import java.util.Locale;
import java.util.Optional;

/** What becomes of a caller that has waited too long, if no flow says it. */
public enum TimeoutAction {
  /** The call ends. */
  HANGUP,
  /** The flow goes on behind queue_join. */
  CONTINUE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if it is none. */
  public static Optional<TimeoutAction> of(String text) {
    for (TimeoutAction action : values()) {
      if (action.text().equals(text)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
