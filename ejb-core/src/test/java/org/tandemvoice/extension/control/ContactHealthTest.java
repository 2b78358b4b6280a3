package org.tandemvoice.extension.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.RegisterOrigin;
import org.tandemvoice.extension.entity.RegisteredContact;

class ContactHealthTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<ContactBinding> stored = new ArrayList<>();
  private final List<UUID> questions = new ArrayList<>();
  private final ContactHealth health = new ContactHealth();
  private Instant now = START;

  @BeforeEach
  void wire() {
    health.reach = new Stored();
    health.probe = (binding, contact, flow) -> questions.add(binding);
    health.clock = new TestClock();
    health.periodSeconds = 10;
  }

  private final class Stored extends ContactReach {

    @Override
    public long count() {
      return stored.size();
    }

    @Override
    public List<ContactBinding> after(UUID last, int most) {
      return stored.stream()
          .filter(binding -> binding.id().compareTo(last) > 0)
          .limit(most)
          .toList();
    }

    @Override
    public void fellSilent(ContactBinding asked, Instant at) {
      asked.fellSilent(at, now);
    }

    @Override
    public void isBack(ContactBinding asked) {
      asked.answered();
    }
  }

  private final class TestClock extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private ContactBinding registered(String uri, String flow, List<String> path) {
    ContactBinding binding =
        new ContactBinding(
            new UUID(7, stored.size() + 1),
            new CustomerId(new UUID(0, 1)),
            new UUID(0, 2),
            new RegisteredContact(uri, "key of " + uri, 1000, HOUR, flow),
            new RegisterOrigin("call", 1, path, "phone", "node-1"),
            START);
    stored.add(binding);
    return binding;
  }

  private ContactBinding registered(String uri) {
    return registered(uri, "", List.of());
  }

  private void tick(int times) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(1);
      health.tick();
    }
  }

  @Test
  void asksEachOnceAPeriodAndNeverAllAtOnce() {
    for (int i = 0; i < 25; i++) {
      registered("sip:" + i + "@192.0.2.1:5060");
    }

    tick(1);
    assertThat(questions).hasSize(3);
    tick(9);
    assertThat(questions).hasSize(25).doesNotHaveDuplicates();
    questions.forEach(health::answered);
    tick(10);
    assertThat(questions).hasSize(50);
  }

  @Test
  void asksNoMoreThanItMayHoweverManyThereAre() {
    for (int i = 0; i < 1_000; i++) {
      registered("sip:" + i + "@192.0.2.1:5060");
    }

    tick(10);
    assertThat(questions).hasSize(10 * ContactHealth.MOST_AT_ONCE);
    tick(10);
    assertThat(questions).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void leavesOutConnectionsAndPhonesBehindAProxy() {
    registered("sip:a@192.0.2.1;transport=tcp");
    registered("sip:b@192.0.2.1", "sip:192.0.2.9:4000;transport=tls", List.of());
    registered("sip:c@abc.invalid;transport=ws", "sip:192.0.2.9:4001;transport=ws", List.of());
    registered("sip:d@192.0.2.1", "", List.of("<sip:proxy.example.com;lr>"));
    ContactBinding plain = registered("sip:e@192.0.2.1");
    ContactBinding nat =
        registered("sip:f@10.0.0.1", "sip:192.0.2.9:4002;transport=udp", List.of());

    tick(10);

    assertThat(questions).containsExactly(plain.id(), nat.id());
  }

  @Test
  void takesAPhoneForSilentUntilItAnswers() {
    ContactBinding phone = registered("sip:a@192.0.2.1");

    tick(6);
    assertThat(phone.isSilent()).isFalse();
    tick(1);
    assertThat(phone.isSilent()).isTrue();
    tick(4);
    assertThat(questions).hasSize(2);
    now = now.plusMillis(20);
    health.answered(phone.id());

    assertThat(phone.isSilent()).isFalse();
    assertThat(health.roundTrip(phone.id())).hasValue(Duration.ofMillis(20));
  }

  @Test
  void takesARegistrationForAnAnswer() {
    ContactBinding phone = registered("sip:a@192.0.2.1");
    RegisteredContact again = new RegisteredContact("sip:a@192.0.2.1", "key", 1000, HOUR, "");

    tick(3);
    phone.refresh(again, new RegisterOrigin("call", 2, List.of(), "phone", "node-1"), now);
    tick(5);
    assertThat(phone.isSilent()).isFalse();
    tick(20);
    assertThat(phone.isSilent()).isTrue();
    phone.refresh(again, new RegisterOrigin("call", 3, List.of(), "phone", "node-1"), now);

    assertThat(phone.isSilent()).isFalse();
  }

  @Test
  void ignoresAnAnswerNobodyWaitsFor() {
    ContactBinding phone = registered("sip:a@192.0.2.1");

    health.answered(phone.id());

    assertThat(health.roundTrip(phone.id())).isEmpty();
  }
}
