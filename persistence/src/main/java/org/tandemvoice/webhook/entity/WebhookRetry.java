package org.tandemvoice.webhook.entity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long an event is tried again (C-41). */
public enum WebhookRetry {
  /** Three attempts within three seconds, then the event is dropped. */
  STANDARD(Duration.ofSeconds(3)),
  /** After those, slower and slower until three days have passed. */
  EXTENDED(Duration.ofDays(3));

  private static final List<Duration> FAST = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final List<Duration> SLOW =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30));
  private static final Duration SLOWEST = Duration.ofHours(1);

  private final Duration limit;

  WebhookRetry(Duration limit) {
    this.limit = limit;
  }

  /**
   * How long to wait for the next attempt; empty if there shall be none.
   *
   * @param attempts how many there were, at least 1
   * @param since the time since the event
   */
  public Optional<Duration> pause(int attempts, Duration since) {
    if (attempts <= FAST.size()) {
      return Optional.of(FAST.get(attempts - 1));
    }
    if (this == STANDARD) {
      return Optional.empty();
    }
    int slow = attempts - FAST.size() - 1;
    Duration pause = slow < SLOW.size() ? SLOW.get(slow) : SLOWEST;
    return since.plus(pause).compareTo(limit) > 0 ? Optional.empty() : Optional.of(pause);
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WebhookRetry> of(String text) {
    for (WebhookRetry retry : values()) {
      if (retry.text().equals(text)) {
        return Optional.of(retry);
      }
    }
    return Optional.empty();
  }
}
