package org.tandemvoice.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.outbox.entity.OutboxEvent;

class SubscriberTest {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(1, 1));
  private static final Identity ADMIN =
      new Identity(CUSTOMER, Optional.empty(), Permission.CUSTOMER_ADMIN, ApiVersion.DOCUMENTED);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** A client that takes what it is sent only when told to. */
  private static final class Line implements Connection {
    private final List<String> taken = new ArrayList<>();
    private Runnable waiting = () -> {};
    private boolean isStuck;
    private int closedWith;

    @Override
    public void send(String text, Runnable sent) {
      taken.add(text);
      if (isStuck) {
        waiting = sent;
      } else {
        sent.run();
      }
    }

    @Override
    public void close(int code, String reason) {
      closedWith = code;
    }
  }

  private final Line line = new Line();
  private final Subscriber subscriber = new Subscriber(ADMIN, "key", line);

  private static StreamEvent event(long position) {
    OutboxEvent event =
        new OutboxEvent(
            new UUID(2, position),
            position,
            new EventSubject(CUSTOMER, "tag", new UUID(3, position)),
            "tag_created",
            "{\"n\":" + position + "}",
            NOW);
    return new StreamEvent(event, new EventMark(1, position), "now");
  }

  private void offer(int from, int to) {
    for (int i = from; i < to; i++) {
      subscriber.offer(event(i));
    }
  }

  private void subscribe() {
    assertThat(subscriber.subscribe(List.of("customer_id:" + CUSTOMER + ":*"))).isTrue();
  }

  @Test
  void keepsWhatASlowClientHasNotTakenYetInOrder() {
    subscribe();
    line.isStuck = true;
    offer(0, 2_001);
    assertThat(line.taken).hasSize(1);

    line.isStuck = false;
    line.waiting.run();

    assertThat(line.taken).hasSize(2_001);
    assertThat(line.taken.get(2_000)).contains("{\"n\":2000}");
    assertThat(line.closedWith).isZero();
  }

  @Test
  void partsWithAClientThatIsTooSlowAndForgetsWhatItDidNotTake() {
    subscribe();
    line.isStuck = true;
    offer(0, 2_002);
    assertThat(line.closedWith).isEqualTo(Subscriber.TOO_SLOW);
    assertThat(subscriber.isClosed()).isTrue();

    offer(2_002, 2_100);
    line.waiting.run();

    assertThat(line.taken).hasSize(1);
  }

  @Test
  void holdsLiveEventsBackUntilTheReplayHasCaughtUp() {
    subscribe();
    assertThat(subscriber.beginReplay()).isTrue();
    offer(5, 10);
    subscriber.deliver(event(6));
    assertThat(line.taken).hasSize(1);

    assertThat(subscriber.endReplay(new EventMark(1, 6))).isTrue();

    assertThat(line.taken)
        .extracting(text -> text.replaceAll(".*\"n\":(\\d+).*", "$1"))
        .containsExactly("6", "7", "8", "9");
  }
}
