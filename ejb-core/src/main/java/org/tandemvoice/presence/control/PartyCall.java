package org.tandemvoice.presence.control;

import java.util.UUID;

/**
 * A call that somebody takes part in.
 *
 * @param isInitiator whether that party has dialled
 */
public record PartyCall(UUID id, boolean isInitiator, Stage stage) {

  /** How far it has come (RFC 4235 section 3.7.1). */
  public enum Stage {
    TRYING,
    EARLY,
    CONFIRMED
  }
}
