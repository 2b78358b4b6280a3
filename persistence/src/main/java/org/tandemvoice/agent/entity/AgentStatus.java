package org.tandemvoice.agent.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an agent takes calls (inventory section 5). The platform makes an available one ringing
 * and busy; all else, and the way back from busy, is up to the agent or who manages it.
 */
public enum AgentStatus {
  /** Queues may send calls. */
  AVAILABLE,
  /** Has been given a call and has not said that it takes another. */
  BUSY,
  /** Here, but takes no calls. */
  AWAY,
  /** Not here: the first status of each. */
  OFFLINE,
  /** Its phones ring for a call. */
  RINGING;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if it is none. */
  public static Optional<AgentStatus> of(String text) {
    return Stream.of(values()).filter(status -> status.text().equals(text)).findFirst();
  }
}
