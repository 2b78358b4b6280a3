package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the platform does with the status of agents, from configuration keys of its own. */
@ApplicationScoped
public class AgentSettings {

  private boolean availableAfterCall;

  protected AgentSettings() {}

  /**
   * @param afterCall {@code AGENT_AFTER_CALL}: {@code busy} (default), an agent says itself that it
   *     takes another call (seed 003); {@code available}, it is when a call it was rung for is over
   */
  @Inject
  public AgentSettings(
      @ConfigProperty(name = "AGENT_AFTER_CALL", defaultValue = "busy") String afterCall) {
    if (!afterCall.equals("busy") && !afterCall.equals("available")) {
      throw new IllegalArgumentException(
          "AGENT_AFTER_CALL is \"" + afterCall + "\": give busy or available");
    }
    availableAfterCall = afterCall.equals("available");
  }

  public boolean isAvailableAfterCall() {
    return availableAfterCall;
  }
}
