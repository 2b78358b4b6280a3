package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/** The changes of an agent that are told to the public, each with its event in the same commit. */
@ApplicationScoped
public class AgentStates {

  @Inject private Agents agents;
  @Inject private AgentDocument document;
  @Inject private Outbox outbox;
  @Inject private Event<AgentStatusChanged> changed;
  @Inject private Event<AgentDeleted> deleted;
  @Inject private Clock clock;

  /** The agent, locked by whoever calls, has this status from now on. */
  public void become(Agent agent, AgentStatus status) {
    if (agent.transitionTo(status, clock.instant())) {
      record(agent, "agent_status_updated");
      changed.fire(new AgentStatusChanged(agent.customerId(), agent.uuid(), status));
    }
  }

  /** The same, but only from the status named first; false if the agent has another one. */
  public boolean turn(CustomerId customer, UUID id, AgentStatus from, AgentStatus to) {
    return agents
        .lock(customer, id)
        .filter(agent -> agent.status() == from)
        .map(
            agent -> {
              become(agent, to);
              return true;
            })
        .orElse(false);
  }

  /** The agent has just been deleted. */
  void deleted(Agent agent) {
    record(agent, "agent_deleted");
    deleted.fire(new AgentDeleted(agent.customerId(), agent.uuid()));
  }

  /** Tells of the agent as it is now. */
  public void record(Agent agent, String eventType) {
    outbox.record(
        new EventSubject(agent.customerId(), "agent", agent.uuid()), eventType, document.of(agent));
  }
}
