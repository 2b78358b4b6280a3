package org.tandemvoice.call.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

class CallTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static Call call(CallDirection direction) {
    return new Call(
        new CallDraft(
            new CallId(UUID.randomUUID()),
            new CustomerId(UUID.randomUUID()),
            "node-1",
            direction,
            Address.of("extension", "1001"),
            Address.of("extension", "1002"),
            FlowReference.NONE,
            Duration.ofSeconds(30),
            Optional.empty()),
        NOON);
  }

  @Test
  void beginsDialingWithNothingHappenedYet() {
    Call call = call(CallDirection.OUTGOING);

    assertThat(call.status()).isEqualTo(CallStatus.DIALING);
    assertThat(call.ringingAt()).isEmpty();
    assertThat(call.hangupBy()).isEmpty();
    assertThat(call.updatedAt()).isEmpty();
  }

  @Test
  void keepsTheTimeOfEveryState() {
    Call call = call(CallDirection.OUTGOING);

    call.ring(NOON.plusSeconds(1));
    call.answer(NOON.plusSeconds(3));
    call.hangUp(ReleaseCause.NORMAL, NOON.plusSeconds(9));

    assertThat(call.ringingAt()).contains(NOON.plusSeconds(1));
    assertThat(call.progressingAt()).contains(NOON.plusSeconds(3));
    assertThat(call.hungUpAt()).contains(NOON.plusSeconds(9));
  }

  @Test
  void takesAFactOnlyOnce() {
    Call call = call(CallDirection.OUTGOING);

    assertThat(call.ring(NOON)).isTrue();
    assertThat(call.ring(NOON.plusSeconds(1))).isFalse();
    assertThat(call.answer(NOON.plusSeconds(2))).isTrue();
    assertThat(call.answer(NOON.plusSeconds(3))).isFalse();
    assertThat(call.ring(NOON.plusSeconds(4))).isFalse();
    assertThat(call.status()).isEqualTo(CallStatus.PROGRESSING);
  }

  @Test
  void neverLeavesHangup() {
    Call call = call(CallDirection.OUTGOING);
    call.hangUp(ReleaseCause.BUSY, NOON);

    assertThat(call.hangUp(ReleaseCause.NORMAL, NOON.plusSeconds(1))).isFalse();
    assertThat(call.answer(NOON.plusSeconds(1))).isFalse();
    assertThat(call.giveUp(ReleaseCause.NORMAL, NOON.plusSeconds(1))).isFalse();
    assertThat(call.hangupReason()).contains(HangupReason.BUSY);
    assertThat(call.hungUpAt()).contains(NOON);
  }

  @Test
  void cancelsOnlyAnOutgoingCallThatNobodyAnswered() {
    Call outgoing = call(CallDirection.OUTGOING);
    Call incoming = call(CallDirection.INCOMING);
    Call answered = call(CallDirection.OUTGOING);
    answered.answer(NOON);

    outgoing.giveUp(ReleaseCause.NORMAL, NOON);
    incoming.giveUp(ReleaseCause.NORMAL, NOON);
    answered.giveUp(ReleaseCause.NORMAL, NOON);

    assertThat(outgoing.status()).isEqualTo(CallStatus.CANCELING);
    assertThat(incoming.status()).isEqualTo(CallStatus.TERMINATING);
    assertThat(answered.status()).isEqualTo(CallStatus.TERMINATING);
  }

  /** The outcomes of inventory section 10 and contract section 6. */
  @ParameterizedTest(name = "{0} answered={1} givenUp={2} {3} -> {4} {5}")
  @CsvSource({
    "OUTGOING, true,  '',           NORMAL,       REMOTE, NORMAL",
    "OUTGOING, true,  NORMAL,       NORMAL,       LOCAL,  NORMAL",
    "INCOMING, true,  '',           NORMAL,       REMOTE, NORMAL",
    "OUTGOING, false, '',           BUSY,         REMOTE, BUSY",
    "OUTGOING, false, '',           DECLINED,     REMOTE, NOANSWER",
    "OUTGOING, false, '',           NO_ANSWER,    REMOTE, NOANSWER",
    "OUTGOING, false, '',           UNREACHABLE,  REMOTE, FAILED",
    "OUTGOING, false, '',           NOT_FOUND,    REMOTE, FAILED",
    "OUTGOING, false, DIAL_TIMEOUT, CANCELED,     LOCAL,  DIALOUT",
    "OUTGOING, false, NORMAL,       CANCELED,     LOCAL,  CANCEL",
    "INCOMING, false, '',           CANCELED,     REMOTE, CANCEL",
    "INCOMING, false, BUSY,         BUSY,         LOCAL,  BUSY",
    "OUTGOING, true,  MAX_DURATION, NORMAL,       LOCAL,  TIMEOUT",
    "OUTGOING, true,  MACHINE,      NORMAL,       LOCAL,  AMD",
    "OUTGOING, true,  MEDIA_SILENT, NORMAL,       LOCAL,  NORMAL",
    "OUTGOING, true,  UNAVAILABLE,  NORMAL,       LOCAL,  NORMAL",
    "OUTGOING, true,  INTERNAL,     INTERNAL,     LOCAL,  FAILED",
  })
  void saysWhoHungUpAndWhy(
      CallDirection direction,
      boolean answered,
      String givenUp,
      ReleaseCause released,
      HangupBy by,
      HangupReason reason) {
    Call call = call(direction);
    call.ring(NOON);
    if (answered) {
      call.answer(NOON);
    }
    if (!givenUp.isEmpty()) {
      call.giveUp(ReleaseCause.valueOf(givenUp), NOON);
    }

    call.hangUp(released, NOON.plusSeconds(5));

    assertThat(call.hangupBy()).contains(by);
    assertThat(call.hangupReason()).contains(reason);
  }

  @Test
  void statesNeverGoBack() {
    for (CallStatus status : CallStatus.values()) {
      assertThat(status.next())
          .as(status.text())
          .allMatch(next -> next.ordinal() > status.ordinal());
    }
    assertThat(Arrays.stream(CallStatus.values()).filter(status -> status.next().isEmpty()))
        .containsExactly(CallStatus.HANGUP);
  }

  @Test
  void listsTheCallsChainedToIt() {
    Call call = call(CallDirection.INCOMING);
    CallId first = new CallId(UUID.randomUUID());
    CallId second = new CallId(UUID.randomUUID());

    call.chain(first, NOON);
    call.chain(second, NOON);

    assertThat(call.chained()).containsExactly(first, second);
  }
}
