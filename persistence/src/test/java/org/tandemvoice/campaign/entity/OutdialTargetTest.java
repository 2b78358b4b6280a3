package org.tandemvoice.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

class OutdialTargetTest {

  private static final Instant NOW = Instant.parse("2026-02-21T10:00:00Z");

  private static OutdialTarget target(String... destinations) {
    Address[] all = new Address[TargetProfile.DESTINATIONS];
    for (int i = 0; i < all.length; i++) {
      boolean isGiven = i < destinations.length && !destinations[i].isEmpty();
      all[i] = isGiven ? Address.of("extension", destinations[i]) : Address.NONE;
    }
    return new OutdialTarget(
        UUID.randomUUID(),
        new CustomerId(UUID.randomUUID()),
        UUID.randomUUID(),
        new TargetProfile("", "", "", List.of(all)),
        NOW);
  }

  private static TryLimits limits(Integer... counts) {
    return new TryLimits(List.of(counts), Duration.ZERO);
  }

  @Test
  void triesEachDestinationAsOftenAsItMayInTurn() {
    OutdialTarget target = target("1001", "", "1003");
    TryLimits limits = limits(2, 5, 1, 1, 1);

    int[] tried = new int[3];
    for (int i = 0; i < tried.length; i++) {
      tried[i] = target.nextDestination(limits).orElseThrow();
      target.begin(tried[i], NOW);
      target.end(target.nextDestination(limits).isPresent(), NOW);
    }

    assertThat(tried).containsExactly(0, 0, 2);
    assertThat(target.tryCounts()).containsExactly(2, 0, 1, 0, 0);
    assertThat(target.status()).isEqualTo(TargetStatus.DONE);
    assertThat(target.nextDestination(limits)).isEqualTo(OptionalInt.empty());
  }

  @Test
  void isNotTriedAtADestinationThatMayNotBe() {
    assertThat(target("1001", "1002").nextDestination(limits(0, 1, 1, 1, 1))).hasValue(1);
    assertThat(target("1001").nextDestination(limits(0, 1, 1, 1, 1))).isEmpty();
  }

  @Test
  void isNotTriedByTwoAtATime() {
    OutdialTarget target = target("1001");
    target.begin(0, NOW);

    assertThatThrownBy(() -> target.begin(0, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isNotTriedAgainWhenItIsDone() {
    OutdialTarget target = target("1001");
    target.begin(0, NOW);
    target.end(false, NOW);

    assertThatThrownBy(() -> target.begin(0, NOW)).isInstanceOf(IllegalStateException.class);
  }
}
