package org.tandemvoice.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** A number that this server owns is reached without any provider, and costs nothing. */
@PlatformTest
class OwnNumbersIT {

  private static final Duration WAIT = Duration.ofSeconds(10);

  private Office annas;
  private Office berts;

  @BeforeEach
  void open() {
    annas = Office.open();
    berts = Office.open();
  }

  @AfterEach
  void close() {
    berts.close();
    annas.close();
  }

  private static JsonObject address(String type, String target) {
    return Json.createObjectBuilder().add("type", type).add("target", target).build();
  }

  private static JsonObject connect(String type, String target) {
    JsonArray destinations = Json.createArrayBuilder().add(address(type, target)).build();
    return action("connect", Json.createObjectBuilder().add("destinations", destinations).build());
  }

  /** Gives the office a number whose calls run these actions. */
  private static String number(Office office, String number, JsonObject... actions) {
    var list = Json.createArrayBuilder();
    List.of(actions).forEach(list::add);
    JsonObject flow = Json.createObjectBuilder().add("name", "number").add("actions", list).build();
    String id = office.api().post("/v1.0/flows", flow).expect(200).object().getString("id");
    JsonObject order =
        Json.createObjectBuilder().add("number", number).add("call_flow_id", id).build();
    office.api().post("/v1.0/numbers", order).expect(200);
    return number;
  }

  private static void assertFree(Office... offices) {
    for (Office office : offices) {
      assertThat(
              office.api().get("/v1.0/billings").expect(200).result().stream()
                  .map(billing -> billing.asJsonObject().getString("cost_type")))
          .noneMatch(type -> type.startsWith("call_"));
    }
  }

  private static List<JsonObject> calls(Office office) {
    return office.api().get("/v1.0/calls?page_size=100").expect(200).result().stream()
        .map(call -> call.asJsonObject())
        .toList();
  }

  private static void awaitEveryEnd(Office office) {
    Platform.await(
        "the end of every call",
        WAIT,
        () -> calls(office).stream().allMatch(call -> call.getString("status").equals("hangup")));
  }

  @Test
  void phoneReachesTheNumberOfAnotherCustomer() {
    SoftPhone bertsPhone = berts.registered();
    String number =
        number(berts, Carrier.nearNumber(), connect("extension", bertsPhone.account().user()));
    String shown = number(annas, Carrier.nearNumber(), action("hangup"));

    OutgoingCall dialling =
        annas.registered().dial("sip:%2B" + number.substring(1) + "@" + annas.domain());
    Call bert = bertsPhone.expectCall().ring().answer();
    Call anna = dialling.expectAnswer();
    anna.media().sayTone(ANNA);
    bert.media().sayTone(BERT);

    assertHears(anna, BERT);
    assertHears(bert, ANNA);
    JsonObject incoming =
        calls(berts).stream()
            .filter(call -> call.getString("direction").equals("incoming"))
            .findFirst()
            .orElseThrow();
    assertThat(incoming.getJsonObject("source").getString("target")).isEqualTo(shown);
    assertThat(incoming.getJsonObject("destination").getString("target")).isEqualTo(number);
    anna.hangUp();
    bert.awaitEnd();
    awaitEveryEnd(annas);
    awaitEveryEnd(berts);
    assertFree(annas, berts);
  }

  @Test
  void callOfTheApiReachesTheNumberOfTheSameCustomer() {
    SoftPhone annasPhone = annas.registered();
    String number =
        number(annas, Carrier.nearNumber(), connect("extension", annasPhone.account().user()));
    JsonObject body =
        Json.createObjectBuilder()
            .add("source", address("extension", "api"))
            .add("destinations", Json.createArrayBuilder().add(address("tel", number)))
            .add(
                "actions",
                Json.createArrayBuilder()
                    .add(action("beep"))
                    .add(
                        action(
                            "sleep", Json.createObjectBuilder().add("duration", 60_000).build())))
            .build();
    String id =
        annas.api().post("/v1.0/calls", body).expect(200).array().getJsonObject(0).getString("id");

    Call anna = annasPhone.expectCall().answer();

    annas.api().awaitStatus(id, "progressing", WAIT);
    anna.hangUp();
    assertThat(annas.api().awaitStatus(id, "hangup", WAIT).getString("hangup_by"))
        .isEqualTo("remote");
    awaitEveryEnd(annas);
    assertFree(annas);
  }

  @Test
  void numberThatIsGivenBackIsReachedNoMore() {
    String number = number(berts, Carrier.nearNumber(), action("answer"));
    String id =
        berts.api().get("/v1.0/numbers").expect(200).result().getJsonObject(0).getString("id");
    SoftPhone phone = annas.registered();
    String uri = "sip:%2B" + number.substring(1) + "@" + annas.domain();
    phone.dial(uri).expectAnswer().awaitEnd(WAIT);

    berts.api().delete("/v1.0/numbers/" + id).expect(200);

    assertThat(phone.dial(uri).expectFinal(WAIT).status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void numberThatConnectsToItselfComesToAnEnd() {
    String number = Carrier.nearNumber();
    number(annas, number, connect("tel", number), connect("tel", number));

    OutgoingCall dialling =
        annas.registered().dial("sip:%2B" + number.substring(1) + "@" + annas.domain());

    assertThat(dialling.expectFinal(Duration.ofSeconds(20)).status()).isGreaterThanOrEqualTo(400);
    awaitEveryEnd(annas);
    assertThat(calls(annas)).hasSizeLessThanOrEqualTo(100);
    assertFree(annas);
  }
}
