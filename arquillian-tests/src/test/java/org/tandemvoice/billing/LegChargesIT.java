package org.tandemvoice.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Every leg into the telephone network has its price, whoever dials it (inventory section 28). */
@PlatformTest
class LegChargesIT {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final String OUTGOING = "call_pstn_outgoing";

  @AutoClose private final Payer payer = Payer.open();

  private static JsonObject tel(String number) {
    return JsonBody.of("{'type':'tel','target':'%s'}", number);
  }

  private void assertCharged(String... amounts) {
    Platform.await(
        "the end of all charges",
        WAIT,
        () ->
            payer.billings(OUTGOING).size() == amounts.length
                && payer.billings(OUTGOING).stream()
                    .allMatch(one -> one.getString("status").equals("end")));
    assertThat(payer.billings(OUTGOING))
        .extracting(one -> one.getJsonNumber("amount").bigDecimalValue().stripTrailingZeros())
        .containsExactlyInAnyOrder(
            List.of(amounts).stream()
                .map(amount -> new BigDecimal(amount).stripTrailingZeros())
                .toArray(BigDecimal[]::new));
    JsonObject account = payer.account();
    assertThat(account.getJsonNumber("balance_reserved").bigDecimalValue()).isZero();
    assertThat(payer.audit().getJsonNumber("sum").bigDecimalValue()).isZero();
  }

  @Test
  void ofAGroupcallWhoAnswersAndNotWhoIsLeft() {
    payer.rate("call_outgoing", "+4420", "0.3", 60);
    payer.rate("call_outgoing", "+1555", "0.2", 60);
    JsonObject group =
        Json.createObjectBuilder()
            .add("source", JsonBody.of("{'type':'extension','target':'api'}"))
            .add(
                "destinations",
                Json.createArrayBuilder()
                    .add(tel(Carrier.farNumber()))
                    .add(tel(Carrier.nearNumber())))
            .add("ring_method", "ring_all")
            .add(
                "actions",
                Json.createArrayBuilder()
                    .add(action("answer"))
                    .add(action("sleep", JsonBody.of("{'duration':60000}"))))
            .build();
    payer.api().post("/v1.0/groupcalls", group).expect(200);
    IncomingCall one = payer.carrier().peer().expectCall().ring();
    IncomingCall other = payer.carrier().peer().expectCall().ring();
    IncomingCall far = one.invite().uri().contains("4420") ? one : other;

    far.answer().hangUp();

    assertCharged("-0.3", "0");
    assertThat(payer.balance()).isEqualByComparingTo("99.7");
  }

  @Test
  void ofWhomAFlowConnectsAndWhoTakesATransfer() {
    payer.rate("call_outgoing", "all", "0.4", 60);
    try (SoftPhone phone = payer.office().registered()) {
      JsonObject connect =
          Json.createObjectBuilder()
              .add("destinations", Json.createArrayBuilder().add(tel(Carrier.farNumber())))
              .build();
      String id =
          payer.api().call(phone.account().user(), action("answer"), action("connect", connect));
      Call here = phone.expectCall().answer();
      Call far = payer.carrier().peer().expectCall().answer();
      payer.api().awaitStatus(id, "progressing", WAIT);
      Platform.await(
          "the conversation",
          WAIT,
          () -> !payer.billings(OUTGOING).get(0).getString("tm_billing_start").startsWith("9999"));
      JsonObject order =
          Json.createObjectBuilder()
              .add("transfer_type", "blind")
              .add("transferer_call_id", id)
              .add("transferee_addresses", Json.createArrayBuilder().add(tel(Carrier.farNumber())))
              .build();
      ApiAnswer transfer = payer.api().post("/v1.0/transfers", order);
      assertThat(transfer.status()).as(transfer.body()).isEqualTo(200);
      Call taker = payer.carrier().peer().expectCall().answer();
      here.awaitEnd();

      taker.hangUp();
      far.awaitEnd();
    }
    assertCharged("-0.4", "-0.4");
    assertThat(payer.balance()).isEqualByComparingTo("99.2");
  }

  @Test
  void ofWhoIsCalledIntoAConference() {
    payer.rate("call_outgoing", "all", "0.7", 60);
    String conference =
        payer
            .api()
            .post("/v1.0/conferences", JsonBody.of("{}"))
            .expect(200)
            .object()
            .getString("id");
    JsonObject join = JsonBody.of("{'conference_id':'%s'}", conference);
    JsonObject order =
        Json.createObjectBuilder()
            .add("source", JsonBody.of("{'type':'extension','target':'api'}"))
            .add("destinations", Json.createArrayBuilder().add(tel(Carrier.farNumber())))
            .add("actions", Json.createArrayBuilder().add(action("conference_join", join)))
            .build();
    payer.api().post("/v1.0/calls", order).expect(200);
    Call far = payer.carrier().peer().expectCall().answer();
    Platform.await(
        "the party",
        WAIT,
        () ->
            payer
                    .api()
                    .get("/v1.0/conferences/" + conference)
                    .expect(200)
                    .object()
                    .getInt("participant_count")
                == 1);

    far.hangUp();

    assertCharged("-0.7");
  }

  @Test
  void ofWhomAPhoneDials() {
    payer.rate("call_outgoing", "all", "0.9", 60);
    try (SoftPhone phone = payer.office().registered()) {
      OutgoingCall dialling =
          phone.dial("sip:" + Carrier.farNumber() + "@" + payer.office().domain());
      Call far = payer.carrier().peer().expectCall().answer();
      dialling.expectAnswer();
      far.hangUp();
    }

    assertCharged("-0.9");
  }
}
