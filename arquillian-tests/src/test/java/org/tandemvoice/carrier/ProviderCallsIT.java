package org.tandemvoice.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Calls by one provider and no other. */
@PlatformTest
class ProviderCallsIT {

  private static final String PATH = "/v1.0/providercalls";
  private static final Duration WAIT = Duration.ofSeconds(15);

  private final ApiClient admin = Platform.shared().admin();

  private static JsonObjectBuilder order(Carrier carrier, JsonObject... destinations) {
    var all = Json.createArrayBuilder();
    for (JsonObject destination : destinations) {
      all.add(destination);
    }
    return Json.createObjectBuilder()
        .add("provider_id", carrier.id())
        .add("source", address("extension", "api"))
        .add("destinations", all)
        .add("anonymous", "no")
        .add("actions", Json.createArrayBuilder().add(action("answer")).add(action("hangup")));
  }

  private static JsonObject address(String type, String target) {
    return Json.createObjectBuilder().add("type", type).add("target", target).build();
  }

  private JsonObject made(JsonObjectBuilder order) {
    return admin.post(PATH, order.build()).expect(200).object();
  }

  @Test
  void goByTheProviderThatIsNamed() {
    String number = Carrier.farNumber();
    JsonObject terms = Json.createObjectBuilder().add("tech_prefix", "88").build();
    try (Carrier named = Carrier.known(terms);
        Carrier other = Carrier.known().routed(admin.customerId(), number, 1)) {
      JsonObject call = made(order(named, address("tel", number)));
      IncomingCall offered = named.peer().expectCall();
      assertThat(offered.invite().uri()).startsWith("sip:88" + number + "@");
      offered.answer();

      assertThat(call.getString("provider_id")).isEqualTo(named.id());
      assertThat(call.getString("anonymous")).isEqualTo("no");
      assertThat(call.getJsonArray("groupcall_ids")).isEmpty();
      assertThat(call.getJsonArray("destinations").getJsonObject(0).getString("target"))
          .isEqualTo(number);
      JsonObject over =
          admin.awaitStatus(call.getJsonArray("call_ids").getString(0), "hangup", WAIT);
      assertThat(over.getString("hangup_reason")).isEqualTo("normal");
      assertThat(over.getString("flow_id")).isEqualTo(call.getString("flow_id"));
      other.peer().expectNoCall(Duration.ofMillis(200));
    }
  }

  @Test
  void tryNoOtherProviderWhenThatOneFails() {
    String number = Carrier.farNumber();
    try (Carrier failing = Carrier.known().routed(admin.customerId(), number, 1);
        Carrier good = Carrier.known().routed(admin.customerId(), number, 2)) {
      failing.peer().whenCalled(offered -> offered.rejectAtOnce(503));
      JsonObject call = made(order(failing, address("tel", number)));

      JsonObject over =
          admin.awaitStatus(call.getJsonArray("call_ids").getString(0), "hangup", WAIT);
      assertThat(over.getString("hangup_reason")).isEqualTo("failed");
      good.peer().expectNoCall(Duration.ofMillis(200));
    }
  }

  @Test
  void callEveryNumberAndAreListedByProvider() {
    try (Carrier one = Carrier.known();
        Carrier two = Carrier.known()) {
      JsonObject first =
          made(
              order(one, address("tel", Carrier.farNumber()), address("tel", Carrier.farNumber())));
      JsonObject second = made(order(two, address("tel", Carrier.farNumber())));
      one.peer().expectCall().reject(486);
      one.peer().expectCall().reject(486);
      two.peer().expectCall().reject(486);

      assertThat(first.getJsonArray("call_ids")).hasSize(2);
      String path = PATH + "/" + first.getString("id");
      assertThat(admin.get(path).expect(200).object()).isEqualTo(first);
      assertThat(listed(one)).containsExactly(first);
      assertThat(listed(two)).containsExactly(second);
      JsonObject deleted = admin.delete(path).expect(200).object();
      assertThat(deleted.getString("id")).isEqualTo(first.getString("id"));
      assertThat(admin.get(path).expect(404).body()).contains("PROVIDERCALL_NOT_FOUND");
      assertThat(listed(one)).isEmpty();
    }
  }

  private List<JsonValue> listed(Carrier carrier) {
    return admin.get(PATH + "?provider_id=" + carrier.id()).expect(200).result();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider_id:null",
        "destinations:[]",
        "anonymous:'maybe'",
        "destinations:[{'type':'extension','target':'1000'}]",
        "source:{'type':'tel','target':'+1'}"
      })
  void refuseWhatIsWrongAndCallNobody(String wrong) {
    try (Carrier carrier = Carrier.known()) {
      String field = wrong.substring(0, wrong.indexOf(':'));
      String value = wrong.substring(wrong.indexOf(':') + 1).replace('\'', '"');
      JsonObject good = order(carrier, address("tel", Carrier.farNumber())).build();
      JsonObjectBuilder bad = Json.createObjectBuilder(good).remove(field);
      if (!value.equals("null")) {
        bad.add(field, Json.createReader(new StringReader(value)).readValue());
      }

      assertThat(admin.post(PATH, bad.build()).expect(400).body()).contains(field);
      assertThat(listed(carrier)).isEmpty();
      carrier.peer().expectNoCall(Duration.ofMillis(100));
    }
  }

  @Test
  void areForThePlatformOnly() {
    try (Office office = Office.open();
        Carrier carrier = Carrier.known()) {
      office.api().get(PATH).expect(403);
      office
          .api()
          .post(PATH, order(carrier, address("tel", Carrier.farNumber())).build())
          .expect(403);
      JsonObject nobody =
          order(carrier, address("tel", Carrier.farNumber()))
              .add("provider_id", UUID.randomUUID().toString())
              .build();
      assertThat(admin.post(PATH, nobody).expect(404).body()).contains("PROVIDER_NOT_FOUND");
    }
  }
}
