package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.rtp.MediaDirection;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** One registered phone dials another by its number. */
@PlatformTest
class ExtensionCallIT {

  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration BEEP = Duration.ofMillis(400);

  @AutoClose private final Office office = Office.open();

  @ParameterizedTest
  @CsvSource({"UDP,UDP", "TCP,UDP", "UDP,TCP", "WS,UDP"})
  void connectsTwoPhonesWhoHearEachOtherOnly(String callerBy, String calledBy) {
    SoftPhone anna = office.phone(office.extension(), callerBy).register();
    SoftPhone bert = office.phone(office.extension(), calledBy).register();

    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    IncomingCall ringing = bert.expectCall().ring();
    dialling.expectRinging();
    Call called = ringing.answer();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(440);
    called.media().sayTone(1000);

    caller.media().awaitTone(1000, BEEP, PATIENCE);
    called.media().awaitTone(440, BEEP, PATIENCE);
    AudioAssertions.assertThat(caller.media().heard()).hearsNoTone(440);
    AudioAssertions.assertThat(called.media().heard()).hearsNoTone(1000);
    assertThat(ringing.caller().user()).isEqualTo(anna.account().user());
    assertThat(caller.media().sources()).containsExactly(caller.remoteSdp().rtpAddress());
    assertThat(caller.media().recording().account().lost()).isZero();
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void letsTheCalledSideHangUp() {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();

    called.hangUp();

    caller.awaitEnd();
  }

  @Test
  void isTwoCallsOfWhichTheSecondIsChained() {
    SoftPhone anna = office.registered();
    SoftPhone bert = office.registered();
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().ring().answer();
    dialling.expectAnswer();

    JsonObject chained = newestTo(bert.account(), "outgoing");
    JsonObject master = newestTo(bert.account(), "incoming");

    assertThat(chained.getString("master_call_id")).isEqualTo(master.getString("id"));
    assertThat(master.getJsonArray("chained_call_ids"))
        .hasToString("[\"" + chained.getString("id") + "\"]");
    called.hangUp();
    office.api().awaitStatus(master.getString("id"), "hangup", PATIENCE);
    office.api().awaitStatus(chained.getString("id"), "hangup", PATIENCE);
  }

  @Test
  void tellsOfEachStepOfBothCallsOnce() {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    IncomingCall ringing = bert.expectCall().ring();
    dialling.expectRinging();
    Call called = ringing.answer();
    dialling.expectAnswer().hangUp();
    called.awaitEnd();

    String master = newestTo(bert.account(), "incoming").getString("id");
    String chained = newestTo(bert.account(), "outgoing").getString("id");

    office.api().awaitStatus(chained, "hangup", PATIENCE);
    assertThat(office.api().eventTypes(master))
        .containsExactly("call_created", "call_ringing", "call_answered", "call_hungup");
    assertThat(office.api().eventTypes(chained))
        .containsExactly(
            "call_created", "call_ringing", "call_answered", "call_terminating", "call_hungup");
    assertThat(firstTold(master).getJsonArray("chained_call_ids"))
        .hasToString("[\"" + chained + "\"]");
  }

  private JsonObject firstTold(String call) {
    return office
        .api()
        .get("/v1.0/calls/" + call + "/events")
        .expect(200)
        .result()
        .getJsonObject(0)
        .getJsonObject("data");
  }

  private JsonObject newestTo(Account called, String direction) {
    return office.api().get("/v1.0/calls").expect(200).result().stream()
        .map(call -> call.asJsonObject())
        .filter(call -> direction.equals(call.getString("direction")))
        .filter(call -> call.getJsonObject("destination").toString().contains(called.user()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + direction + " call to " + called.user()));
  }

  @ParameterizedTest
  @ValueSource(ints = {486, 603, 480})
  void passesTheRefusalOn(int status) {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());

    bert.expectCall().ring().reject(status);

    dialling.expectStatus(status);
  }

  @Test
  void answers480WhenNobodyIsRegistered() {
    Account nobody = office.extension();

    office.registered().dial(nobody.addressOfRecord()).expectStatus(480);
  }

  @Test
  void doesNotWaitLongForASilentPhoneWhenTheOtherIsBusy() {
    Account account = office.extension();
    SoftPhone silent = office.phone(account).register();
    silent.endpoint().loseIncoming(message -> true, Integer.MAX_VALUE);
    SoftPhone busy = office.phone(account).register();

    OutgoingCall dialling = office.registered().dial(account.addressOfRecord());
    busy.expectCall().reject(486);

    dialling.expectStatus(486, Duration.ofSeconds(15));
  }

  @Test
  void answers404WhenThereIsNoSuchExtension() {
    SoftPhone anna = office.registered();

    anna.dial("sip:nosuchphone@" + anna.account().domain()).expectStatus(404);
  }

  @Test
  void passesCancelOn() {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    IncomingCall ringing = bert.expectCall().ring();
    dialling.expectRinging();

    dialling.cancel();

    dialling.expectStatus(487);
    ringing.awaitCancel();
  }

  @Test
  void challengesTheInviteOfAPhone() {
    SoftPhone anna = office.phone(new Account("1", "", office.extension().domain()));

    SipResponse answer = anna.dial("sip:2@" + anna.account().domain()).expectFinal(PATIENCE);

    assertThat(answer.status()).isEqualTo(407);
    assertThat(answer.headers().has("Proxy-Authenticate")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"SENDONLY,RECVONLY", "INACTIVE,INACTIVE"})
  void holdsAndResumes(MediaDirection offered, MediaDirection answered) {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(700);
    caller.media().sayTone(440);
    caller.media().awaitTone(700, BEEP, PATIENCE);

    caller.offer(offered);

    assertThat(caller.remoteSdp().direction()).isEqualTo(answered);
    caller.media().awaitSilence(BEEP, PATIENCE);
    caller.resume();
    assertThat(caller.remoteSdp().direction()).isEqualTo(MediaDirection.SENDRECV);
    caller.media().awaitTone(700, BEEP, PATIENCE);
    called.media().awaitTone(440, BEEP, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void passesDigitsOn() {
    SoftPhone bert = office.registered();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(700);
    caller.media().awaitTone(700, BEEP, PATIENCE);

    caller.media().sendDigits("1590#", Duration.ofMillis(100));

    called.media().awaitDigits("1590#", PATIENCE);
    caller.hangUp();
  }

  @Test
  void talksBetweenBothLawsOfG711() {
    SoftPhone anna = office.registered().codecs(8);
    SoftPhone bert = office.registered().codecs(0);
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();

    called.media().sayTone(700);
    caller.media().sayTone(440);

    assertThat(caller.remoteSdp().audioType()).isEqualTo(8);
    caller.media().awaitTone(700, BEEP, PATIENCE);
    called.media().awaitTone(440, BEEP, PATIENCE);
    called.hangUp();
    caller.awaitEnd();
  }

  @Test
  void refusesAnOfferWithoutACodecOfOurs() {
    SoftPhone bert = office.registered();

    OutgoingCall dialling =
        office
            .registered()
            .dial(
                bert.account().addressOfRecord(),
                invite ->
                    invite.body(
                        "application/sdp", invite.text().replace("RTP/AVP 0 8 101", "RTP/AVP 98")));

    dialling.expectStatus(488);
    bert.expectNoCall(Duration.ofMillis(300));
  }
}
