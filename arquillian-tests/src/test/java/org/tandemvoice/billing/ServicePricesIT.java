package org.tandemvoice.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** What speech and recordings cost, and what happens when the money does not suffice. */
@PlatformTest
class ServicePricesIT {

  private static final Duration WAIT = Duration.ofSeconds(20);

  private Payer payer;
  private SoftPhone phone;

  @BeforeEach
  void open() {
    payer = Payer.open();
    phone = payer.office().registered();
    phone.whenCalled(IncomingCall::answerAtOnce);
  }

  @AfterEach
  void close() {
    payer.close();
  }

  private static JsonObject talk(String text) {
    return action("talk", Json.createObjectBuilder().add("text", text).build());
  }

  private static JsonObject sleep(int ms) {
    return action("sleep", Json.createObjectBuilder().add("duration", ms).build());
  }

  private String call(JsonObject... actions) {
    return payer.api().call(phone.account().user(), actions);
  }

  private static BigDecimal number(JsonObject from, String name) {
    return from.getJsonNumber(name).bigDecimalValue();
  }

  private void nothingIsSetApartAndTheBooksAreRight() {
    assertThat(number(payer.account(), "balance_reserved")).isZero();
    assertThat(payer.balance()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    JsonObject audit = payer.audit();
    assertThat(number(audit, "sum")).isZero();
    assertThat(audit.getInt("stray_accounts")).isZero();
  }

  private JsonObject recordingCharge() {
    Platform.await(
        "the end of the recording",
        WAIT,
        () ->
            payer.billings("recording").stream()
                .anyMatch(one -> one.getString("status").equals("end")));
    return payer.billings("recording").get(0);
  }

  @Test
  void costThreeCentsAMinuteUnlessThereIsAnotherRate() {
    payer.ended(
        call(
            action("answer"),
            action("record_start"),
            talk("One."),
            talk("Two."),
            action("record_stop"),
            action("hangup")));

    JsonObject recording = recordingCharge();
    assertThat(number(recording, "amount")).isEqualByComparingTo("-0.03");
    JsonObject speech = payer.billings("tts").get(0);
    assertThat(payer.billings("tts")).as("one for all that was spoken in a call").hasSize(1);
    assertThat(number(speech, "amount")).isEqualByComparingTo("-0.03");
    assertThat(speech.getInt("usage_duration")).isEqualTo(8);
    assertThat(payer.balance()).isEqualByComparingTo("99.94");
    nothingIsSetApartAndTheBooksAreRight();
  }

  @Test
  void costWhatTheRatesOfTheCustomerSay() {
    payer.rate("tts", "all", "0.001", 10);
    payer.rate("recording", "all", "0.5", 60);

    payer.ended(
        call(
            action("answer"),
            action("record_start"),
            talk("Eleven letters"),
            sleep(500),
            action("record_stop"),
            action("hangup")));

    assertThat(number(recordingCharge(), "amount")).isEqualByComparingTo("-0.5");
    JsonObject speech = payer.billings("tts").get(0);
    assertThat(number(speech, "amount")).isEqualByComparingTo("-0.002");
    assertThat(speech.getInt("billable_units")).isEqualTo(2);
    assertThat(payer.balance()).isEqualByComparingTo("99.498");
    nothingIsSetApartAndTheBooksAreRight();
  }

  @Test
  void nothingIsSpokenThatCannotBePaid() {
    payer.rate("tts", "all", "0.01", 10);
    payer.balance("0.025");

    String flow = call(action("answer"), talk("Ten letters: more"), talk("ten more letters here"));

    assertThat(payer.ended(flow).getString("status")).isEqualTo("hangup");
    assertThat(number(payer.billings("tts").get(0), "amount")).isEqualByComparingTo("-0.02");
    String run = payer.api().callState(flow).getString("activeflow_id");
    assertThat(payer.api().get("/v1.0/activeflows/" + run).expect(200).body())
        .contains("costs at least 0.02");

    String silent = call(action("answer"), sleep(20_000));
    payer.api().awaitStatus(silent, "progressing", WAIT);
    JsonObject text = Json.createObjectBuilder().add("text", "Too dear").build();
    String refusal = payer.api().post("/v1.0/calls/" + silent + "/talk", text).expect(402).body();
    assertThat(refusal).contains("INSUFFICIENT_BALANCE", "billing_account.balance");
    assertThat(payer.api().callState(silent).getString("status")).isEqualTo("progressing");
    payer.api().post("/v1.0/calls/" + silent + "/hangup").expect(200);
    payer.ended(silent);
    assertThat(payer.balance()).isEqualByComparingTo("0.005");
    nothingIsSetApartAndTheBooksAreRight();
  }

  @Test
  void whatAWholeConferenceHearsIsPaidOnceOrNotSpoken() {
    payer.rate("tts", "all", "0.01", 10);
    payer.balance("0.025");
    String conference =
        payer
            .api()
            .post("/v1.0/conferences", JsonBody.of("{}"))
            .expect(200)
            .object()
            .getString("id");
    String path = "/v1.0/conferences/" + conference;
    JsonObject words = JsonBody.of("{'text':'Twelve signs'}");
    payer.api().post(path + "/talk", words).expect(200);
    assertThat(payer.billings("tts")).as("nobody is there").isEmpty();
    try (SoftPhone other = payer.office().registered()) {
      other.whenCalled(IncomingCall::answerAtOnce);
      JsonObject join =
          action("conference_join", JsonBody.of("{'conference_id':'%s'}", conference));
      List<String> calls =
          List.of(
              call(action("answer"), join),
              payer.api().call(other.account().user(), action("answer"), join));
      Platform.await(
          "both parties",
          WAIT,
          () -> payer.api().get(path).expect(200).object().getInt("participant_count") == 2);

      payer.api().post(path + "/talk", words).expect(200);

      JsonObject speech = payer.billings("tts").get(0);
      assertThat(number(speech, "amount")).isEqualByComparingTo("-0.02");
      assertThat(speech.getInt("usage_duration")).isEqualTo(12);
      assertThat(speech.getString("reference_id")).isEqualTo(conference);
      assertThat(payer.api().post(path + "/talk", words).expect(402).body())
          .contains("INSUFFICIENT_BALANCE");
      assertThat(payer.billings("tts")).hasSize(1);
      assertThat(payer.balance()).isEqualByComparingTo("0.005");
      calls.forEach(id -> payer.api().post("/v1.0/calls/" + id + "/hangup").expect(200));
      calls.forEach(payer::ended);
    }
    nothingIsSetApartAndTheBooksAreRight();
  }

  @Test
  void numbersArePaidWhenTheyArePurchasedOrNotPurchased() {
    String number = Carrier.nearNumber();
    JsonObject order = Json.createObjectBuilder().add("number", number).build();
    payer.balance("7");

    payer.api().post("/v1.0/numbers", order).expect(200);
    payer.api().post("/v1.0/numbers", order).expect(409);

    JsonObject charge = payer.billings("number").get(0);
    assertThat(payer.billings("number")).hasSize(1);
    assertThat(number(charge, "amount")).isEqualByComparingTo("-5");
    assertThat(number(charge, "balance")).isEqualByComparingTo("2");
    assertThat(charge.getString("reference_type")).isEqualTo("number");
    assertThat(charge.getString("destination")).isEqualTo(number);
    assertThat(payer.balance()).isEqualByComparingTo("2");

    JsonObject another = Json.createObjectBuilder().add("number", Carrier.nearNumber()).build();
    assertThat(payer.api().post("/v1.0/numbers", another).expect(402).body())
        .contains("INSUFFICIENT_BALANCE");
    assertThat(payer.api().get("/v1.0/numbers").expect(200).result()).hasSize(1);
    assertThat(payer.balance()).isEqualByComparingTo("2");

    payer.rate("number", "+1555", "0", 1);
    payer.api().post("/v1.0/numbers", another).expect(200);
    JsonObject virtual = Json.createObjectBuilder().add("number", Carrier.virtualNumber()).build();
    payer.api().post("/v1.0/numbers", virtual).expect(200);
    assertThat(payer.balance()).isEqualByComparingTo("2");
    assertThat(payer.billings("number")).hasSize(1);
    nothingIsSetApartAndTheBooksAreRight();
  }

  @Test
  void numbersAreRenewedByTheAdministratorAsLongAsTheyArePaid() {
    payer.rate("number", "all", "3", 60);
    payer.balance("7");
    JsonObject order = Json.createObjectBuilder().add("number", Carrier.nearNumber()).build();
    JsonObject number = payer.api().post("/v1.0/numbers", order).expect(200).object();
    Instant end = Instant.parse(number.getString("tm_renew"));
    payer.api().post("/v1.0/numbers/renew", before(end)).expect(403);
    for (String wrong : List.of("{}", "{'tm_renew':'soon'}")) {
      assertThat(payer.admin().post("/v1.0/numbers/renew", JsonBody.of(wrong)).expect(400).body())
          .contains("\"field\":\"tm_renew\"");
    }
    assertThat(renewed(before(end), number)).isEmpty();

    JsonObject kept = renewed(before(end.plusMillis(1)), number).orElseThrow();

    assertThat(kept.getString("tm_renew")).isNotEqualTo(number.getString("tm_renew"));
    Instant next = Instant.parse(kept.getString("tm_renew"));
    assertThat(next).isEqualTo(end.plus(Duration.ofDays(30)));
    JsonObject charge = payer.billings("number_renew").get(0);
    assertThat(number(charge, "amount")).isEqualByComparingTo("-3");
    assertThat(charge.getString("reference_type")).isEqualTo("number_renew");
    assertThat(charge.getString("reference_id")).isEqualTo(number.getString("id"));
    assertThat(payer.balance()).isEqualByComparingTo("1");
    assertThat(renewed(before(end.plusMillis(1)), number)).isEmpty();
    assertThat(renewed(before(next.plusMillis(1)), number)).isEmpty();
    assertThat(payer.balance()).isEqualByComparingTo("1");
    assertThat(payer.billings("number_renew")).hasSize(1);
    String path = "/v1.0/numbers/" + number.getString("id");
    assertThat(payer.api().get(path).expect(200).object()).isEqualTo(kept);
    nothingIsSetApartAndTheBooksAreRight();
  }

  private static JsonObject before(Instant time) {
    return Json.createObjectBuilder().add("tm_renew", time.toString()).build();
  }

  /** The number as it was renewed; those of other customers are as well. */
  private Optional<JsonObject> renewed(JsonObject order, JsonObject number) {
    return payer
        .admin()
        .post("/v1.0/numbers/renew", order)
        .expect(200)
        .array()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(one -> one.getString("id").equals(number.getString("id")))
        .findFirst();
  }

  @Test
  void recordingEndsWhenTheMoneyEndsAndTheCallGoesOn() {
    payer.rate("recording", "all", "0.01", 1);
    payer.balance("0.025");

    String id = call(action("answer"), sleep(30_000));
    payer.api().awaitStatus(id, "progressing", WAIT);
    JsonObject nothing = JsonObject.EMPTY_JSON_OBJECT;
    payer.api().post("/v1.0/calls/" + id + "/recording_start", nothing).expect(200);
    JsonObject charge = recordingCharge();

    assertThat(number(charge, "amount")).isEqualByComparingTo("-0.02");
    assertThat(charge.getInt("usage_duration")).isBetween(2, 4);
    assertThat(payer.balance()).isEqualByComparingTo("0.005");
    assertThat(payer.api().callState(id).getString("status")).isEqualTo("progressing");
    payer.api().post("/v1.0/calls/" + id + "/recording_start", nothing).expect(402);
    List<?> recordings = payer.api().get("/v1.0/calls/" + id + "/recordings").expect(200).result();
    assertThat(recordings).hasSize(1);
    payer.api().post("/v1.0/calls/" + id + "/hangup").expect(200);
    payer.ended(id);
    nothingIsSetApartAndTheBooksAreRight();
  }
}
