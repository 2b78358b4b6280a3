package org.tandemvoice.agent.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Reads agents, and lets them go with their customer. */
@Stateless
public class AgentManager {

  private Agents agents;

  protected AgentManager() {}

  @Inject
  public AgentManager(Agents agents) {
    this.agents = agents;
  }

  public Agent get(CustomerId customer, UUID id) {
    return agents
        .find(customer, id)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.AGENT_NOT_FOUND, "no agent has the id " + id));
  }

  /** Their usernames are free again. */
  public void release(@Observes CustomerDeleted deleted) {
    agents.of(deleted.customer()).forEach(agent -> agent.delete(deleted.at()));
  }
}
