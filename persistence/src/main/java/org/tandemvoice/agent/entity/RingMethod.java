package org.tandemvoice.agent.entity;

import java.util.Locale;
import java.util.Optional;

/** In which order the addresses of an agent ring. */
public enum RingMethod {
  /** All at once. */
  RINGALL,
  /** One after the other. */
  LINEAR;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads it in the spelling of agents or of groupcalls (C-07); empty if it is none. */
  public static Optional<RingMethod> of(String text) {
    return switch (text) {
      case "ringall", "ring_all" -> Optional.of(RINGALL);
      case "linear" -> Optional.of(LINEAR);
      default -> Optional.empty();
    };
  }
}
