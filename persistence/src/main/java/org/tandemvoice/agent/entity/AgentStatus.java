package org.tandemvoice.agent.entity;

import java.util.Locale;

/**
 * Whether an agent takes calls (inventory section 5). Only the agent, or who manages it, changes
 * it.
 */
public enum AgentStatus {
  AVAILABLE,
  BUSY,
  AWAY,
  OFFLINE,
  RINGING;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
