package org.tandemvoice.webhook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tandemvoice.webhook.entity.WebhookRetry;

/** An endpoint over days, by a clock that jumps from one appointment to the next. */
class EndpointTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);

  private record Appointment(Instant at, Runnable work) {}

  private final PriorityQueue<Appointment> appointments =
      new PriorityQueue<>(Comparator.comparing(Appointment::at));
  private final List<String> attempts = new ArrayList<>();
  private Predicate<Ticket> works = ticket -> true;
  private Instant now = START;

  private final Endpoint endpoint =
      new Endpoint(
          this::attempt,
          Runnable::run,
          (delay, work) -> appointments.add(new Appointment(now.plus(delay), work)));

  /** Decides as the platform does for a webhook with the slow schedule. */
  private void attempt(Ticket ticket, Endpoint at) {
    attempts.add(ticket.eventType() + "@" + Duration.between(START, now).toSeconds());
    int count = ticket.attempts() + 1;
    Optional<Instant> next =
        works.test(ticket)
            ? Optional.empty()
            : WebhookRetry.EXTENDED
                .pause(count, Duration.between(ticket.createdAt(), now))
                .map(now::plus);
    if (next.isPresent()) {
      at.again(ticket.after(count, next.get()), now);
    } else {
      at.over(ticket, works.test(ticket), now);
    }
  }

  private Ticket ticket(UUID resource, String type) {
    return new Ticket(
        UUID.randomUUID(),
        new UUID(9, 9),
        resource,
        UUID.randomUUID(),
        UUID.randomUUID(),
        type,
        START,
        START,
        0,
        START,
        Optional.of("{}"));
  }

  private void untilNothingIsLeft() {
    while (!appointments.isEmpty()) {
      Appointment next = appointments.remove();
      now = next.at();
      next.work().run();
    }
  }

  @Test
  void keepsTheOrderOfAResourceThroughDaysOfFailureAndDelaysNoOther() {
    works = ticket -> ticket.resource().equals(OTHER) || now.isAfter(START.plusSeconds(50 * 3600));

    endpoint.offer(List.of(ticket(ONE, "created"), ticket(ONE, "ended")), now);
    endpoint.offer(List.of(ticket(OTHER, "neighbour")), now);
    untilNothingIsLeft();

    assertThat(attempts)
        .startsWith("created@0", "neighbour@0", "created@1", "created@3", "created@33");
    List<String> last = attempts.subList(attempts.size() - 2, attempts.size());
    assertThat(last.get(0)).startsWith("created@18");
    assertThat(last.get(1)).isEqualTo(last.get(0).replace("created", "ended"));
    assertThat(endpoint.queued()).isZero();
  }

  @Test
  void givesUpAfterThreeDaysAndGoesOnWithWhatIsBehind() {
    works = ticket -> ticket.eventType().equals("ended");

    endpoint.offer(List.of(ticket(ONE, "created"), ticket(ONE, "ended")), now);
    untilNothingIsLeft();

    assertThat(attempts).hasSize(79);
    assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(71), Duration.ofDays(3));
    assertThat(attempts.get(78)).startsWith("ended@");
    assertThat(endpoint.queued()).isZero();
  }

  @Test
  void triesWhatWasPutOffForLongAtOnceWhenTheEndpointIsThereAgain() {
    works = ticket -> false;
    endpoint.offer(List.of(ticket(ONE, "first")), now);
    while (now.isBefore(START.plusSeconds(7_000))) {
      Appointment next = appointments.remove();
      now = next.at();
      next.work().run();
    }
    attempts.clear();
    works = ticket -> true;
    now = now.plusSeconds(60);

    endpoint.offer(List.of(ticket(OTHER, "second")), now);

    String at = "@" + Duration.between(START, now).toSeconds();
    assertThat(attempts).containsExactly("second" + at, "first" + at);
    untilNothingIsLeft();
    assertThat(attempts).hasSize(2);
  }
}
