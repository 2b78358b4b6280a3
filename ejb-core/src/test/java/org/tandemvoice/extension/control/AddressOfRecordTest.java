package org.tandemvoice.extension.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.RegisterOrigin;
import org.tandemvoice.extension.entity.RegisteredContact;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

class AddressOfRecordTest {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 1));
  private static final UUID EXTENSION = new UUID(0, 2);
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private long ids;
  private AddressOfRecord record = with(List.of());

  private AddressOfRecord with(List<ContactBinding> stored) {
    return new AddressOfRecord(stored, 3, () -> new UUID(7, ++ids));
  }

  private static RegisteredContact contact(String uri, Duration expires) {
    return new RegisteredContact(uri, "key of " + uri, 1000, expires, "");
  }

  private static Registration register(String callId, long cseq, RegisteredContact... contacts) {
    return new Registration(
        CUSTOMER,
        EXTENSION,
        false,
        List.of(contacts),
        new RegisterOrigin(callId, cseq, List.of(), "phone", "node-1"));
  }

  private static Registration removeAll(String callId, long cseq) {
    return new Registration(
        CUSTOMER,
        EXTENSION,
        true,
        List.of(),
        new RegisterOrigin(callId, cseq, List.of(), "phone", "node-1"));
  }

  private List<String> uris(Instant now) {
    return record.current(now).stream().map(ContactBinding::contact).toList();
  }

  @Test
  void addsContacts() {
    record.apply(register("a", 1, contact("sip:1", HOUR)), NOW);

    assertThat(uris(NOW)).containsExactly("sip:1");
    assertThat(record.added()).hasSize(1);
    assertThat(record.current(NOW).get(0).remaining(NOW.plusSeconds(600)))
        .isEqualTo(Duration.ofSeconds(3000));
  }

  @Test
  void refreshesAKnownContactInPlace() {
    record.apply(register("a", 1, contact("sip:1", HOUR)), NOW);
    record = with(record.current(NOW));
    Instant later = NOW.plusSeconds(1800);

    record.apply(register("a", 2, contact("sip:1", HOUR)), later);

    assertThat(record.added()).isEmpty();
    assertThat(record.removed()).isEmpty();
    assertThat(record.current(later).get(0).remaining(later)).isEqualTo(HOUR);
  }

  @Test
  void removesOneAndKeepsTheOther() {
    record.apply(register("a", 1, contact("sip:1", HOUR), contact("sip:2", HOUR)), NOW);
    record = with(record.current(NOW));

    record.apply(register("a", 2, contact("sip:1", Duration.ZERO)), NOW);

    assertThat(uris(NOW)).containsExactly("sip:2");
    assertThat(record.removed()).hasSize(1);
  }

  @Test
  void removesAll() {
    record.apply(register("a", 1, contact("sip:1", HOUR), contact("sip:2", HOUR)), NOW);
    record = with(record.current(NOW));

    record.apply(removeAll("other", 1), NOW);

    assertThat(uris(NOW)).isEmpty();
    assertThat(record.removed()).hasSize(2);
  }

  @Test
  void queryChangesNothing() {
    record.apply(register("a", 1, contact("sip:1", HOUR)), NOW);
    record = with(record.current(NOW));

    record.apply(register("a", 2), NOW);

    assertThat(uris(NOW)).containsExactly("sip:1");
  }

  @Test
  void oldestGoesWhenThereAreTooMany() {
    for (int phone = 1; phone <= 4; phone++) {
      record.apply(register("" + phone, 1, contact("sip:" + phone, HOUR)), NOW.plusSeconds(phone));
      record = with(record.current(NOW.plusSeconds(phone)));
    }

    assertThat(uris(NOW.plusSeconds(5))).containsExactly("sip:4", "sip:3", "sip:2");
  }

  @Test
  void refusesWhatIsOutOfOrderAndChangesNothing() {
    record.apply(register("a", 5, contact("sip:1", HOUR)), NOW);
    record = with(record.current(NOW));

    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(
            () ->
                record.apply(register("a", 5, contact("sip:2", HOUR), contact("sip:1", HOUR)), NOW))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STATE_INVALID))
        .withMessageContaining("CSeq 5");
    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> record.apply(removeAll("a", 4), NOW));
    assertThat(uris(NOW)).containsExactly("sip:1");
    assertThat(record.added()).isEmpty();
  }

  @Test
  void anotherCallIdMayUseAnyCseq() {
    record.apply(register("a", 5, contact("sip:1", HOUR)), NOW);
    record = with(record.current(NOW));

    record.apply(register("b", 1, contact("sip:1", Duration.ofSeconds(60))), NOW);

    assertThat(record.current(NOW).get(0).remaining(NOW)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void expiredBindingIsNotListedAndYieldsToAnything() {
    record.apply(register("a", 5, contact("sip:1", HOUR)), NOW);
    record = with(record.current(NOW));
    Instant later = NOW.plus(HOUR);

    assertThat(record.current(later)).isEmpty();
    record.apply(register("a", 5, contact("sip:1", HOUR)), later);

    assertThat(uris(later)).containsExactly("sip:1");
  }

  @Test
  void preferredContactComesFirst() {
    record.apply(
        register(
            "a",
            1,
            new RegisteredContact("sip:low", "low", 100, HOUR, ""),
            new RegisteredContact("sip:high", "high", 700, HOUR, "")),
        NOW);

    assertThat(uris(NOW)).containsExactly("sip:high", "sip:low");
  }
}
