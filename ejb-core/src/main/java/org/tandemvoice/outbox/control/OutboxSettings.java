package org.tandemvoice.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Times of the outbox, each from a configuration key of its own. */
@ApplicationScoped
public class OutboxSettings {

  private static final Duration SHORTEST_RETENTION = Duration.ofDays(4);

  private Duration retention = Duration.ZERO;
  private Duration poll = Duration.ZERO;

  protected OutboxSettings() {}

  /**
   * @param retentionHours {@code EVENT_RETENTION_HOURS}, how long events and deliveries are kept;
   *     default 168. Less than 96 counts as 96: deliveries may take three days.
   * @param pollMs {@code EVENT_POLL_MS}, how often a node looks for events of other nodes; default
   *     250, at least 10
   */
  @Inject
  public OutboxSettings(
      @ConfigProperty(name = "EVENT_RETENTION_HOURS", defaultValue = "168") long retentionHours,
      @ConfigProperty(name = "EVENT_POLL_MS", defaultValue = "250") long pollMs) {
    Duration asked = Duration.ofHours(retentionHours);
    retention = asked.compareTo(SHORTEST_RETENTION) < 0 ? SHORTEST_RETENTION : asked;
    poll = Duration.ofMillis(Math.max(10, pollMs));
  }

  public Duration retention() {
    return retention;
  }

  public Duration poll() {
    return poll;
  }
}
