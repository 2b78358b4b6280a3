package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.CARL;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsMusic;
import static org.tandemvoice.peer.api.ApiClient.action;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.MediaDirection;
import org.tandemvoice.peer.rtp.Sdp;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Offers and answers that cross, and several answers to one INVITE. */
@PlatformTest
class CrossingsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @AutoClose private final Office office = Office.open();
  private final SoftPhone anna = office.registered().patience(PATIENCE);
  private final SoftPhone bert = office.registered().patience(PATIENCE);

  /**
   * RFC 3261 section 13.2.2.4: of a forking proxy's phones one is talked to, the others get BYE.
   */
  @Test
  void talksToTheFirstOfSeveralAnswersAndSaysGoodbyeToTheOthers() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    IncomingCall incoming = bert.expectCall().ringElsewhere().ring();

    Call first = incoming.answerAtOnce();
    Call second = incoming.answerElsewhere();
    Call third = incoming.answerElsewhere();

    second.awaitEnd(PATIENCE);
    third.awaitEnd(PATIENCE);
    Call caller = dialling.expectAnswer();
    first.media().sayTone(BERT);
    caller.media().sayTone(ANNA);
    assertHears(caller, BERT);
    assertHears(first, ANNA);
    for (Call each : new Call[] {first, second, third}) {
      Platform.await(
          "an ACK for " + each.dialog().localTag(), PATIENCE, () -> isAcknowledged(each));
    }
    caller.hangUp();
    first.awaitEnd(PATIENCE);
  }

  private boolean isAcknowledged(Call call) {
    return bert.trace().entries().stream()
        .filter(entry -> !entry.sent() && entry.text().startsWith("ACK "))
        .anyMatch(entry -> entry.text().contains("tag=" + call.dialog().localTag()));
  }

  /**
   * What a phone plays while it rings belongs to its own early dialog (RFC 3261 section 12.1.2).
   */
  @Test
  void hearsWhoAnswersAndNotWhoWasHeardBefore() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    IncomingCall incoming = bert.expectCall();
    Call early = incoming.soundBeforeAnswer();
    early.media().sayTone(CARL);
    dialling.media().awaitTone(CARL, Duration.ofMillis(300), PATIENCE);

    Call answered = incoming.answerElsewhere();
    Call caller = dialling.expectAnswer();
    answered.media().sayTone(BERT);
    caller.media().sayTone(ANNA);

    assertHears(caller, BERT);
    assertHears(answered, ANNA);
    caller.hangUp();
    answered.awaitEnd(PATIENCE);
  }

  /** RFC 3261 section 14.2. */
  @Test
  void refusesAnOfferThatMeetsItsOwn() {
    bert.withoutUpdate();
    office.api().call(bert.account().user(), action("answer"), action("block"));
    IncomingCall incoming = bert.expectCall();
    Call call = incoming.with("Session-Expires", "4;refresher=uac").answer();
    call.keepNextChange();
    assertThat(Waiting.until(() -> call.reinvitesReceived() == 1, PATIENCE)).isTrue();
    SipRequest mine = call.dialog().request("INVITE");
    mine.header("Contact", "<" + bert.contactUri() + ">");

    SipResponse refusal = call.send(mine);

    assertThat(refusal.status()).isEqualTo(491);
    call.answerKeptChange();
    assertThat(Waiting.until(() -> call.reinvitesReceived() >= 2, PATIENCE)).isTrue();
    assertThat(call.offer(MediaDirection.SENDRECV).status()).isEqualTo(200);
    call.hangUp();
  }

  /** RFC 3311 section 5.2. */
  @Test
  void takesAnOfferByUpdate() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(BERT);
    caller.media().sayTone(ANNA);
    assertHears(caller, BERT);

    SipResponse held = caller.update(MediaDirection.SENDONLY);
    assertThat(held.text()).contains("a=recvonly");
    assertHearsMusic(called);
    assertThat(caller.update(MediaDirection.SENDRECV).text()).contains("a=sendrecv");
    assertHears(called, ANNA);
    assertHears(caller, BERT);
    SipResponse refreshed = caller.send(caller.dialog().request("UPDATE"));

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.text()).isEmpty();
    assertThat(called.reinvitesReceived()).isZero();
    caller.hangUp();
    called.awaitEnd(PATIENCE);
  }

  /** A change of the session loses no packet and makes no break in what is heard. */
  @Test
  void changesTheSessionWithoutAGap() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(BERT);
    caller.media().sayTone(ANNA);
    assertHears(caller, BERT);
    assertHears(called, ANNA);
    Duration heardBefore = caller.media().heard().length();
    Duration saidBefore = called.media().heard().length();

    for (int i = 0; i < 3; i++) {
      caller.update(MediaDirection.SENDRECV);
      assertThat(Sdp.parse(caller.prefer(8, 0).text()).audioType()).isEqualTo(8);
      Waiting.pass(Duration.ofMillis(200));
      assertThat(Sdp.parse(caller.prefer(0, 8).text()).audioType()).isZero();
      Waiting.pass(Duration.ofMillis(200));
    }

    assertThat(caller.media().recording().account().lost()).isZero();
    assertThat(called.media().recording().account().lost()).isZero();
    assertWithoutGap(caller.media().heard().from(heardBefore), BERT);
    assertWithoutGap(called.media().heard().from(saidBefore), ANNA);
    caller.hangUp();
    called.awaitEnd(PATIENCE);
  }

  /** A window of 50 ms may be spoilt where the coding changes, or where the machine was busy. */
  private static void assertWithoutGap(Sound heard, double tone) {
    assertThat(heard.toneHeard(tone)).isGreaterThan(heard.length().multipliedBy(9).dividedBy(10));
    assertThat(heard.silences(Duration.ofMillis(200))).isEmpty();
  }
}
