package org.tandemvoice.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void areVersionSevenOfTheRfcVariant() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void growEvenWhileTheClockStandsStill() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next().toString());
    }

    assertThat(made).isSorted();
    assertThat(new HashSet<>(made)).hasSize(10_000);
  }

  @Test
  void positionsGrowStrictly() {
    long previous = 0;
    for (int i = 0; i < 10_000; i++) {
      long next = ids.position();
      assertThat(next).isGreaterThan(previous);
      previous = next;
    }
  }
}
