package org.tandemvoice.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Calls into the telephone network that a customer may not make. */
@PlatformTest
class FraudIT {

  private static final String OUTGOING = "call_pstn_outgoing";

  @AutoClose private final Payer payer = Payer.open();

  private static JsonObjectBuilder limits() {
    return Json.createObjectBuilder();
  }

  private static void refused(ApiAnswer answer, int status, String code, String rule) {
    String body = answer.expect(status).body();
    assertThat(body).contains("\"reason\":\"" + code + "\"");
    assertThat(body).contains("\"field\":\"outbound_config." + rule + "\"");
  }

  @Test
  void onlyTheCountriesOfTheCustomerAreCalled() {
    JsonObject own =
        limits().add("destination_whitelist", Json.createArrayBuilder().add("us")).build();
    payer.api().put("/v1.0/outbound_config", own).expect(200);

    refused(
        payer.order(Carrier.farNumber()),
        403,
        "DESTINATION_COUNTRY_NOT_ALLOWED",
        "destination_whitelist");
    refused(
        payer.order("+18765551234"),
        403,
        "DESTINATION_COUNTRY_NOT_ALLOWED",
        "destination_whitelist");
    payer.carrier().peer().whenCalled(offered -> offered.rejectAtOnce(486));
    payer.ended(payer.call("+15551234567"));
    assertThat(payer.api().get("/v1.0/calls").expect(200).result()).hasSize(1);
  }

  @Test
  void premiumNumbersAndSatellitesAreBlockedByDefault() {
    refused(payer.order("+19002345678"), 403, "DESTINATION_BLOCKED", "block_premium");
    refused(payer.order("+881612345678"), 403, "DESTINATION_BLOCKED", "blocked_prefixes");
    payer.limit(
        limits()
            .add("blocked_prefixes", Json.createArrayBuilder().add("+4420"))
            .add("block_premium", false)
            .build());
    refused(payer.order(Carrier.farNumber()), 403, "DESTINATION_BLOCKED", "blocked_prefixes");
    payer.carrier().peer().whenCalled(offered -> offered.rejectAtOnce(486));
    payer.ended(payer.call("+19002345678"));
  }

  @Test
  void soManyCallsAtOnceAndNoMore() {
    payer.limit(limits().add("concurrent_calls", 2).build());
    String first = payer.call(Carrier.farNumber());
    Call far = payer.carrier().peer().expectCall().answer();

    refused(
        payer.order(Carrier.farNumber(), Carrier.farNumber()),
        429,
        "CONCURRENT_CALLS_EXCEEDED",
        "concurrent_calls");
    payer.call(Carrier.farNumber());
    refused(payer.order(Carrier.farNumber()), 429, "CONCURRENT_CALLS_EXCEEDED", "concurrent_calls");
    far.hangUp();
    payer.ended(first);

    payer.call(Carrier.farNumber());
  }

  @Test
  void callsAtTheSameMomentDoNotPassALimitTogether() {
    payer.limit(limits().add("concurrent_calls", 3).build());
    List<String> numbers = IntStream.range(0, 12).mapToObj(i -> Carrier.farNumber()).toList();

    List<ApiAnswer> answers = numbers.parallelStream().map(payer::order).toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
    assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(9);
  }

  @Test
  void soManyCallsASecondAndNoMore() {
    payer.limit(limits().add("calls_per_second", 2).build());

    refused(
        payer.order(Carrier.farNumber(), Carrier.farNumber(), Carrier.farNumber()),
        429,
        "CALL_RATE_LIMIT_EXCEEDED",
        "calls_per_second");
    payer.order(Carrier.farNumber(), Carrier.farNumber()).expect(200);
  }

  @Test
  void soMuchMoneyAnHourAndADayAndNoMore() {
    payer.rate("call_outgoing", "all", "0.2", 60);
    for (String rule : List.of("spend_limit_hour", "spend_limit_day")) {
      payer.limit(
          limits()
              .add("spend_limit_hour", BigDecimal.ZERO)
              .add("spend_limit_day", BigDecimal.ZERO)
              .build());
      String spent = payer.call(Carrier.farNumber());
      payer.carrier().peer().expectCall().answer().hangUp();
      payer.ended(spent);
      BigDecimal most = new BigDecimal("100").subtract(payer.balance()).add(new BigDecimal("0.3"));
      payer.limit(limits().add(rule, most).build());

      String open = payer.call(Carrier.farNumber());
      Call far = payer.carrier().peer().expectCall().answer();
      refused(payer.order(Carrier.farNumber()), 429, "SPEND_LIMIT_EXCEEDED", rule);
      far.hangUp();
      payer.ended(open);
    }
  }

  @Test
  void runningCallIsCutAtTheLimit() {
    payer.rate("call_outgoing", "all", "0.01", 1);
    payer.limit(limits().add("spend_limit_hour", new BigDecimal("0.015")).build());

    String id = payer.call(Carrier.farNumber());
    payer.carrier().peer().expectCall().answer().awaitEnd(Duration.ofSeconds(15));

    assertThat(payer.ended(id).getString("hangup_by")).isEqualTo("local");
    assertThat(payer.balance()).isEqualByComparingTo("99.99");
  }

  @Test
  void phonesFlowsAndTransfersAreUnderTheSameRules() {
    payer.limit(limits().add("blocked_prefixes", Json.createArrayBuilder().add("+4420")).build());
    try (SoftPhone phone = payer.office().registered()) {
      phone.dial("sip:" + Carrier.farNumber() + "@" + payer.office().domain()).expectStatus(403);
      assertThat(payer.billings(OUTGOING).get(0).getString("refusal"))
          .isEqualTo("DESTINATION_BLOCKED");

      phone.whenCalled(IncomingCall::answerAtOnce);
      JsonObject far =
          Json.createObjectBuilder().add("type", "tel").add("target", Carrier.farNumber()).build();
      JsonObject connect =
          Json.createObjectBuilder()
              .add("destinations", Json.createArrayBuilder().add(far))
              .build();
      String call =
          payer.api().call(phone.account().user(), action("answer"), action("connect", connect));
      payer.ended(call);
      assertThat(payer.billings(OUTGOING)).hasSize(2);
      assertThat(payer.billings(OUTGOING))
          .allMatch(billing -> billing.getString("refusal").equals("DESTINATION_BLOCKED"))
          .allMatch(billing -> billing.getJsonNumber("amount").bigDecimalValue().signum() == 0);
    }
    payer.carrier().peer().expectNoCall(Duration.ofMillis(200));
  }

  @Test
  void transferIntoABlockedRangeIsRefused() {
    payer.limit(limits().add("blocked_prefixes", Json.createArrayBuilder().add("+4420")).build());
    try (SoftPhone phone = payer.office().registered();
        SoftPhone other = payer.office().registered()) {
      other.whenCalled(IncomingCall::answerAtOnce);
      Call talking =
          phone
              .dial("sip:" + other.account().user() + "@" + payer.office().domain())
              .expectAnswer();
      String id =
          payer.api().get("/v1.0/calls").expect(200).result().getValuesAs(JsonObject.class).stream()
              .filter(call -> call.getString("direction").equals("incoming"))
              .findFirst()
              .orElseThrow()
              .getString("id");
      JsonObject order =
          Json.createObjectBuilder()
              .add("transfer_type", "blind")
              .add("transferer_call_id", id)
              .add(
                  "transferee_addresses",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("type", "tel")
                              .add("target", Carrier.farNumber())))
              .build();

      refused(
          payer.api().post("/v1.0/transfers", order),
          403,
          "DESTINATION_BLOCKED",
          "blocked_prefixes");
      assertThat(talking.ended()).isFalse();
      talking.hangUp();
    }
  }

  @Test
  void customersReadTheirLimitsAndChooseTheirCountriesOnly() {
    JsonObject before = payer.api().get("/v1.0/outbound_config").expect(200).object();
    assertThat(before.getJsonArray("destination_whitelist")).isEmpty();
    assertThat(before.getBoolean("block_premium")).isTrue();

    JsonObject wish =
        limits()
            .add("block_premium", false)
            .add("concurrent_calls", 100_000)
            .add("destination_whitelist", Json.createArrayBuilder().add("GB"))
            .build();
    JsonObject after = payer.api().put("/v1.0/outbound_config", wish).expect(200).object();
    assertThat(after.getBoolean("block_premium")).isTrue();
    assertThat(after.getInt("concurrent_calls")).isEqualTo(before.getInt("concurrent_calls"));
    assertThat(after.getJsonArray("destination_whitelist")).hasSize(1);
    payer.api().get("/v1.0/outbound_configs/" + payer.customer()).expect(403);
    JsonObject bad =
        limits().add("destination_whitelist", Json.createArrayBuilder().add("XX")).build();
    assertThat(payer.api().put("/v1.0/outbound_config", bad).expect(400).body())
        .contains("\"field\":\"destination_whitelist\"");
    payer.admin().delete("/v1.0/outbound_configs/" + payer.customer()).expect(200);
    assertThat(
            payer
                .api()
                .get("/v1.0/outbound_config")
                .expect(200)
                .object()
                .getJsonArray("destination_whitelist"))
        .isEmpty();
  }
}
