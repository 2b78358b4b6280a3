package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Agents that have just not answered a caller of a queue: for a moment others are asked, so that
 * one that refuses at once is not rung without end. Forgotten by a restart, which does no harm.
 */
@ApplicationScoped
public class AgentRests {

  private static final Duration REST = Duration.ofSeconds(5);

  private final ConcurrentMap<UUID, Instant> until = new ConcurrentHashMap<>();
  private Clock clock;

  protected AgentRests() {}

  @Inject
  public AgentRests(Clock clock) {
    this.clock = clock;
  }

  void rest(UUID agent) {
    Instant now = clock.instant();
    until.values().removeIf(now::isAfter);
    until.put(agent, now.plus(REST));
  }

  boolean isResting(UUID agent) {
    Instant end = until.get(agent);
    return end != null && clock.instant().isBefore(end);
  }
}
