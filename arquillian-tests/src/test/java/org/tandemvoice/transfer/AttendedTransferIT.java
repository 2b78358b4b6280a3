package org.tandemvoice.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.CARL;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsMusic;
import static org.tandemvoice.office.Voices.assertHearsRinging;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.platform.PlatformTest;

/** Attended transfers over the API; all three parties are listened to at every step. */
@PlatformTest
class AttendedTransferIT {

  @AutoClose private final Trio trio = new Trio();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isCompletedByRequestOrByTheTransferersHangup(boolean byRequest) {
    JsonObject begun =
        trio.transfer(trio.bertsCall(), "attended", ",'context':{'issue':'billing dispute'}");
    String transfer = begun.getString("transfer_id");
    assertThat(begun.getString("status")).isEqualTo("consulting");
    assertThat(begun.getString("consult_call_id")).isEqualTo(trio.carlsCall());
    Call carl = consulted(trio.anna, trio.bert, ANNA, BERT);

    if (byRequest) {
      JsonObject completed =
          trio.api.post("/v1/transfers/" + transfer + "/complete").expect(200).object();
      assertThat(completed.getString("status")).isEqualTo("completed");
      trio.bert.awaitEnd();
    } else {
      trio.bert.hangUp();
      trio.awaitStatus(transfer, "completed");
    }

    assertHears(trio.anna, CARL);
    assertHears(carl, ANNA);
    JsonObject call = trio.api.callState(trio.carlsCall());
    assertThat(call.getString("master_call_id")).isEqualTo(trio.annasCall());
    assertThat(call.getString("status")).isEqualTo("progressing");
    carl.hangUp();
    trio.anna.awaitEnd();
  }

  @Test
  void isCompletedWhenThePartyThatCalledHandsOver() {
    trio.transfer(trio.annasCall(), "attended", "");
    Call carl = consulted(trio.bert, trio.anna, BERT, ANNA);

    trio.anna.hangUp();

    assertHears(trio.bert, CARL);
    assertHears(carl, BERT);
    trio.bert.hangUp();
    carl.awaitEnd();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isCanceledBeforeOrAfterTheAnswer(boolean answered) {
    String transfer = trio.transfer(trio.bertsCall(), "attended", "").getString("transfer_id");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    assertHearsMusic(trio.anna);
    assertHearsRinging(trio.bert);
    Call carl = answered ? ringing.answer() : null;
    if (answered) {
      carl.media().sayTone(CARL);
      assertHears(trio.bert, CARL);
      assertHears(carl, BERT);
      assertHearsMusic(trio.anna);
    }

    JsonObject canceled =
        trio.api.post("/v1/transfers/" + transfer + "/cancel").expect(200).object();

    assertThat(canceled.getString("status")).isEqualTo("canceled");
    assertHears(trio.anna, BERT);
    assertHears(trio.bert, ANNA);
    if (answered) {
      carl.awaitEnd();
    } else {
      ringing.awaitCancel();
    }
    assertThat(trio.api.post("/v1/transfers/" + transfer + "/cancel").status()).isEqualTo(409);
    trio.bert.hangUp();
    trio.anna.awaitEnd();
  }

  @Test
  void showsThatTheTransfereeIsBusyAndGoesBack() {
    String transfer = trio.transfer(trio.bertsCall(), "attended", "").getString("transfer_id");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    assertHearsMusic(trio.anna);
    assertHearsRinging(trio.bert);
    ringing.reject(486);
    trio.api.awaitStatus(trio.carlsCall(), "hangup", Trio.PATIENCE);

    JsonObject shown = trio.shown(transfer);

    assertThat(shown.getString("status")).isEqualTo("consulting");
    assertThat(shown.getJsonObject("consult_call").getString("status")).isEqualTo("hangup");
    assertThat(shown.getJsonObject("consult_call").getString("hangup_reason")).isEqualTo("busy");
    assertHearsMusic(trio.anna);
    assertHears(trio.bert);
    assertThat(trio.api.post("/v1/transfers/" + transfer + "/complete").status()).isEqualTo(409);
    trio.api.post("/v1/transfers/" + transfer + "/cancel").expect(200);
    assertHears(trio.anna, BERT);
    assertHears(trio.bert, ANNA);
  }

  @Test
  void goesBackWhenTheTransfereeHangsUpAfterAWord() {
    String transfer = trio.transfer(trio.bertsCall(), "attended", "").getString("transfer_id");
    Call carl = consulted(trio.anna, trio.bert, ANNA, BERT);

    carl.hangUp();

    assertHears(trio.anna, BERT);
    assertHears(trio.bert, ANNA);
    trio.awaitStatus(transfer, "failed");
  }

  @Test
  void endsForAllWhenTheCallerHangsUpMeanwhile() {
    String transfer = trio.transfer(trio.bertsCall(), "attended", "").getString("transfer_id");
    Call carl = consulted(trio.anna, trio.bert, ANNA, BERT);

    trio.anna.hangUp();

    trio.assertAllEnd(trio.bert, carl);
    trio.awaitStatus(transfer, "failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'hold_caller':true,'play_moh':false", "'hold_caller':false"})
  void leavesTheCallerToHisFateWithoutMusicIfAskedTo(String wish) {
    trio.transfer(trio.bertsCall(), "attended", "," + wish);
    Call carl = trio.carlsPhone.expectCall().ring().answer();
    carl.media().sayTone(CARL);

    assertHears(trio.bert, CARL);
    trio.anna.media().awaitSilence(Duration.ofMillis(600), Trio.PATIENCE);
  }

  @Test
  void isPossibleOnceAtATimeAndOnlyForWhoTalks() {
    String berts = trio.bertsCall();
    trio.transfer(berts, "attended", "");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();

    assertThat(trio.tryTransfer(berts, "attended", "").status()).isEqualTo(409);
    assertThat(trio.tryTransfer(trio.annasCall(), "blind", "").status()).isEqualTo(409);
    assertThat(trio.tryTransfer(trio.carlsCall(), "blind", "").status()).isEqualTo(409);
    assertThat(trio.tryTransfer(berts, "sideways", "").status()).isEqualTo(400);
    assertThat(trio.tryTransfer("00000000-0000-0000-0000-00000000000a", "blind", "").status())
        .isEqualTo(404);
    ringing.reject(486);
  }

  /** Carl has answered; the kept party hears music, the other two each other. */
  private Call consulted(Call kept, Call transferer, double keptTone, double transfererTone) {
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    assertHearsMusic(kept);
    assertHearsRinging(transferer);
    Call carl = ringing.answer();
    carl.media().sayTone(CARL);
    assertHears(transferer, CARL);
    assertHears(carl, transfererTone);
    assertHearsMusic(kept);
    assertThat(keptTone).isNotEqualTo(transfererTone);
    return carl;
  }
}
