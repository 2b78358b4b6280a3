package org.tandemvoice.webhook.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookRetryTest {

  /** When each attempt is made, by an endpoint that fails at once every time. */
  private static List<Duration> attempts(WebhookRetry retry) {
    List<Duration> attempts = new ArrayList<>(List.of(Duration.ZERO));
    Optional<Duration> pause = retry.pause(1, Duration.ZERO);
    while (pause.isPresent()) {
      Duration next = attempts.get(attempts.size() - 1).plus(pause.get());
      attempts.add(next);
      pause = retry.pause(attempts.size(), next);
    }
    return attempts;
  }

  @Test
  void standardIsOverAfterThreeSeconds() {
    assertThat(attempts(WebhookRetry.STANDARD))
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void extendedGoesOnForThreeDaysAndNotLonger() {
    List<Duration> attempts = attempts(WebhookRetry.EXTENDED);

    assertThat(attempts)
        .startsWith(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(33),
            Duration.ofSeconds(153),
            Duration.ofSeconds(753),
            Duration.ofSeconds(2_553),
            Duration.ofSeconds(6_153));
    assertThat(attempts.get(attempts.size() - 1))
        .isBetween(Duration.ofHours(71), Duration.ofDays(3));
    assertThat(attempts).hasSize(78);
  }

  @Test
  void extendedCountsTheTimeTheEndpointTakes() {
    Duration late = Duration.ofDays(3).minusMinutes(59);

    assertThat(WebhookRetry.EXTENDED.pause(40, late)).isEmpty();
    assertThat(WebhookRetry.EXTENDED.pause(40, late.minusMinutes(1))).contains(Duration.ofHours(1));
  }
}
