package org.tandemvoice.call.entity;

import java.util.Locale;
import java.util.Optional;

/** What of a call's sound is held back (inventory section 13, C-24). */
public enum MuteState {
  /** Nothing. */
  NONE,
  /** The call hears nothing. */
  IN,
  /** Nobody hears the call. */
  OUT,
  /** Complete silence. */
  BOTH;

  /** What the API calls {@code mute_direction}, empty for nothing; empty if it is none of them. */
  public static Optional<MuteState> of(String direction) {
    for (MuteState state : values()) {
      if (state.text().equals(direction)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** What is left when this is let through again. */
  public MuteState without(MuteState other) {
    if (this == other || other == BOTH) {
      return NONE;
    }
    return this == BOTH ? opposite(other) : this;
  }

  private static MuteState opposite(MuteState state) {
    return switch (state) {
      case IN -> OUT;
      case OUT -> IN;
      case NONE -> BOTH;
      case BOTH -> NONE;
    };
  }

  /** As the API writes it: lower case, empty for {@link #NONE}. */
  public String text() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
