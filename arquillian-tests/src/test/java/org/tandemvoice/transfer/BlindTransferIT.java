package org.tandemvoice.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.CARL;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsRinging;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Blind transfers over the API. */
@PlatformTest
class BlindTransferIT {

  @AutoClose private final Trio trio = new Trio();

  @Test
  void letsTheTransfererGoAtOnceAndTheCallerHearRinging() {
    JsonObject begun = trio.transfer(trio.bertsCall(), "blind", ",'context':{'k':'v'}");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    trio.bert.awaitEnd();
    assertHearsRinging(trio.anna);
    assertThat(trio.shown(begun.getString("id")).getString("status")).isEqualTo("transferring");

    Call carl = ringing.answer();
    carl.media().sayTone(CARL);

    assertHears(trio.anna, CARL);
    assertHears(carl, ANNA);
    trio.awaitStatus(begun.getString("id"), "completed");
    trio.anna.hangUp();
    carl.awaitEnd();
    JsonObject carlsCall = trio.api.awaitStatus(trio.carlsCall(), "hangup", Trio.PATIENCE);
    assertThat(carlsCall.getString("direction")).isEqualTo("outgoing");
  }

  @Test
  void keepsTheCalledPartyWhenTheCallerHandsOver() {
    trio.transfer(trio.annasCall(), "blind", "");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    trio.anna.awaitEnd();
    assertHearsRinging(trio.bert);

    Call carl = ringing.answer();
    carl.media().sayTone(CARL);

    assertHears(trio.bert, CARL);
    assertHears(carl, BERT);
    assertThat(trio.api.callState(trio.bertsCall()).getString("master_call_id"))
        .isEqualTo("00000000-0000-0000-0000-000000000000");
    carl.hangUp();
    trio.bert.awaitEnd();
  }

  @Test
  void leavesTheCallerWithNobodyIfNobodyAnswers() {
    JsonObject begun = trio.transfer(trio.bertsCall(), "blind", "");
    trio.carlsPhone.expectCall().ring().reject(486);

    trio.assertAllEnd(trio.bert, trio.anna);
    trio.awaitStatus(begun.getString("id"), "failed");
  }

  @Test
  void runsTheFallbackIfNobodyAnswers() {
    String fallback =
        ",'fallback':{'actions':[{'type':'connect','option':{'destinations':[{'type':'extension','target':'"
            + trio.bertsPhone.account().user()
            + "'}]}}]}";
    trio.transfer(trio.bertsCall(), "blind", fallback);
    trio.carlsPhone.expectCall().reject(486);
    trio.bert.awaitEnd();

    Call again = trio.bertsPhone.expectCall().answer();
    again.media().sayTone(BERT);

    assertHears(trio.anna, BERT);
    assertHears(again, ANNA);
    again.hangUp();
    trio.anna.awaitEnd();
  }

  @Test
  void refusesAFallbackThatCouldNotRun() {
    assertThat(
            trio.tryTransfer(
                    trio.bertsCall(), "blind", ",'fallback':{'actions':[{'type':'dance'}]}")
                .status())
        .isEqualTo(400);
    assertHears(trio.anna, BERT);
  }

  @Test
  void ringsSeveralAndConnectsTheFirst() {
    SoftPhone dora = trio.office.registered();
    String body =
        "{'transfer_type':'blind','transferer_call_id':'"
            + trio.bertsCall()
            + "','transferee_addresses':[{'type':'extension','target_name':'"
            + trio.carlsPhone.account().user()
            + "'},{'type':'extension','target_name':'"
            + dora.account().user()
            + "'}]}";
    JsonObject begun = trio.api.post("/v1.0/transfers", Trio.json(body)).expect(200).object();
    IncomingCall carl = trio.carlsPhone.expectCall().ring();
    Call doras = dora.expectCall().ring().answer();
    doras.media().sayTone(CARL);

    carl.awaitCancel();
    assertHears(trio.anna, CARL);
    assertThat(begun.getString("transfer_type")).isEqualTo("blind");
    assertThat(trio.api.get("/v1.0/transfers").expect(200).result()).hasSize(1);
    try (Office other = Office.open()) {
      assertThat(other.api().get("/v1.0/transfers/" + begun.getString("id")).status())
          .isEqualTo(404);
    }
  }
}
