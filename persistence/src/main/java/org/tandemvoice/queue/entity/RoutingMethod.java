package org.tandemvoice.queue.entity;

import java.util.Locale;
import java.util.Optional;

/** Which of several available agents gets the next caller. */
public enum RoutingMethod {
  /** Nothing was said: the one that has been idle longest. */
  UNSET,
  /** Any. */
  RANDOM,
  /** The one that has been idle longest. */
  LONGEST_IDLE,
  /** The one that was made first. */
  LINEAR;

  /** As it was given: empty if it was not. */
  public String text() {
    return this == UNSET ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** Empty if it is none. */
  public static Optional<RoutingMethod> of(String text) {
    for (RoutingMethod method : values()) {
      if (method.text().equals(text)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
