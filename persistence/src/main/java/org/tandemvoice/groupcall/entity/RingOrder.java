package org.tandemvoice.groupcall.entity;

import java.util.Optional;

/** In which order the destinations of a groupcall ring (inventory section 15). */
public enum RingOrder {
  /** Nothing was said: all at once (C-08). */
  UNSET(""),
  /** All at once. */
  RING_ALL("ring_all"),
  /** One after the other: the next when one has not answered. */
  LINEAR("linear");

  private final String text;

  RingOrder(String text) {
    this.text = text;
  }

  /** As it was given: empty if it was not. */
  public String text() {
    return text;
  }

  public boolean isLinear() {
    return this == LINEAR;
  }

  /** Reads it in the spelling of groupcalls or of agents (C-07); empty if it is none. */
  public static Optional<RingOrder> of(String text) {
    return switch (text) {
      case "" -> Optional.of(UNSET);
      case "ring_all", "ringall" -> Optional.of(RING_ALL);
      case "linear" -> Optional.of(LINEAR);
      default -> Optional.empty();
    };
  }
}
