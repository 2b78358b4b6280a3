package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Hops and loops, keys by INFO, reliable provisional responses, forks. */
@PlatformTest
class SipEdgeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration BEEP = Duration.ofMillis(300);

  @AutoClose private final Office office = Office.open();
  private final SoftPhone anna = office.registered();
  private final SoftPhone bert = office.registered();
  private Call talking;

  private OutgoingCall annaDialsBert() {
    return anna.dial(bert.account().addressOfRecord());
  }

  @Test
  void countsTheHopsOfACallOnBothSides() {
    anna.dial(bert.account().addressOfRecord(), invite -> invite.header("Max-Forwards", "9"));

    IncomingCall ringing = bert.expectCall();

    assertThat(ringing.invite().header("Max-Forwards")).isEqualTo("8");
    ringing.reject(486);
  }

  @Test
  void refusesACallThatMayGoNoFurther() {
    anna.dial(bert.account().addressOfRecord(), invite -> invite.header("Max-Forwards", "0"))
        .expectStatus(483);
  }

  @Test
  void refusesTheSecondBranchOfAForkedInvite() {
    OutgoingCall dialling = annaDialsBert();
    bert.expectCall().ring();
    dialling.expectRinging();
    SipRequest again = dialling.invite().copy();
    again.headers().remove("Via");

    SipResponse answer = anna.exchange(again);

    assertThat(answer.status()).isEqualTo(482);
    dialling.cancel();
    dialling.expectStatus(487);
  }

  @ParameterizedTest
  @CsvSource({"application/dtmf-relay,'Signal=5\r\nDuration=120\r\n'", "application/dtmf,5"})
  void takesAKeyByInfo(String type, String body) {
    Call called = answeredBy(annaDialsBert());
    Call caller = talking;
    called.media().sayTone(700);
    caller.media().awaitTone(700, BEEP, PATIENCE);

    SipRequest info = caller.dialog().request("INFO");
    assertThat(caller.send(info.body(type, body)).status()).isEqualTo(200);

    called.media().awaitDigits("5", PATIENCE);
    caller.hangUp();
  }

  @Test
  void collectsKeysByInfo() {
    String id =
        office
            .api()
            .call(
                bert.account().user(),
                ApiClient.action("answer"),
                ApiClient.action(
                    "digits_receive",
                    Json.createObjectBuilder().add("length", 2).add("duration", 60_000).build()),
                ApiClient.action("hangup"));
    Call call = bert.expectCall().answer();
    office.api().awaitStatus(id, "progressing", PATIENCE);

    for (String key : new String[] {"4", "2"}) {
      SipRequest info = call.dialog().request("INFO");
      info.body("application/dtmf-relay", "Signal=" + key + "\r\nDuration=100\r\n");
      assertThat(call.send(info).status()).isEqualTo(200);
    }

    call.awaitEnd(PATIENCE);
  }

  @Test
  void refusesAnInfoItCannotRead() {
    answeredBy(annaDialsBert());
    SipRequest info = talking.dialog().request("INFO").body("text/plain", "5");

    SipResponse answer = talking.send(info);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Accept")).contains("application/dtmf-relay");
    assertThat(talking.send(talking.dialog().request("INFO")).status()).isEqualTo(200);
    talking.hangUp();
  }

  @Test
  void ringsReliablyForACallerWhoInsists() {
    OutgoingCall dialling =
        anna.dial(bert.account().addressOfRecord(), invite -> invite.header("Require", "100rel"));
    IncomingCall incoming = bert.expectCall().ring();

    SipResponse ringing = dialling.expectRinging();

    assertThat(ringing.header("Require")).contains("100rel");
    assertThat(dialling.prack(ringing).status()).isEqualTo(200);
    Call called = incoming.answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(700);
    caller.media().awaitTone(700, BEEP, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void takesTheAnswerOfAReliableProvisionalResponse() {
    OutgoingCall dialling = annaDialsBert();
    IncomingCall incoming = bert.expectCall();
    assertThat(incoming.invite().header("Supported")).contains("100rel", "timer");

    Call called = incoming.answerWhileRinging();
    dialling.expectRinging();
    awaitPrack(bert);
    incoming.confirm();

    Call caller = dialling.expectAnswer();
    called.media().sayTone(700);
    caller.media().sayTone(440);
    caller.media().awaitTone(700, BEEP, PATIENCE);
    called.media().awaitTone(440, BEEP, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void passesOnWhatIsPlayedBeforeTheAnswer() {
    OutgoingCall dialling = annaDialsBert();
    IncomingCall incoming = bert.expectCall();

    Call called = incoming.soundBeforeAnswer();
    called.media().sayTone(700);

    dialling.media().awaitTone(700, BEEP, PATIENCE);
    SipResponse early = dialling.expectRinging();
    assertThat(early.status()).isEqualTo(183);
    assertThat(dialling.responses()).allMatch(SipResponse::provisional);
    incoming.answerAsHeard();
    Call caller = dialling.expectAnswer();
    assertThat(dialling.expectStatus(200).text()).isEqualTo(early.text());
    caller.media().sayTone(440);
    called.media().awaitTone(440, BEEP, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void refusesACallerWhoHasHeardWhyItIsRefused() {
    OutgoingCall dialling = annaDialsBert();
    IncomingCall incoming = bert.expectCall();
    incoming.soundBeforeAnswer().media().sayTone(700);
    dialling.media().awaitTone(700, BEEP, PATIENCE);

    incoming.reject(486);

    dialling.expectStatus(486);
  }

  private static void awaitPrack(SoftPhone phone) {
    boolean seen =
        Waiting.until(
            () ->
                phone.trace().entries().stream()
                    .anyMatch(
                        entry ->
                            !entry.sent()
                                && entry.text().startsWith("PRACK ")
                                && entry.text().contains("RAck: 17 ")),
            PATIENCE);
    assertThat(seen).isTrue();
  }

  @Test
  void followsTheOneThatAnswersAmongSeveralThatRing() {
    OutgoingCall dialling = annaDialsBert();
    IncomingCall incoming = bert.expectCall().ringElsewhere().ringElsewhere().ring();
    dialling.expectRinging();

    Call called = incoming.answer();
    Call caller = dialling.expectAnswer();

    called.media().sayTone(700);
    caller.media().awaitTone(700, BEEP, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  private Call answeredBy(OutgoingCall dialling) {
    Call called = bert.expectCall().answer();
    talking = dialling.expectAnswer();
    return called;
  }
}
