package org.tandemvoice.presence.control;

import java.util.List;
import java.util.Optional;
import org.tandemvoice.agent.entity.AgentStatus;

/**
 * What is known of somebody now.
 *
 * @param isReachable whether a phone is registered that is not known to be silent
 * @param status of an agent; empty for an extension
 */
public record PartyState(List<PartyCall> calls, boolean isReachable, Optional<AgentStatus> status) {

  public PartyState {
    calls = List.copyOf(calls);
  }

  /** Whether a call of it is answered. */
  public boolean isTalking() {
    return calls.stream().anyMatch(call -> call.stage() == PartyCall.Stage.CONFIRMED);
  }
}
