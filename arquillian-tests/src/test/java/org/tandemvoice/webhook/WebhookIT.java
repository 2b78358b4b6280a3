package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;
import static org.tandemvoice.webhook.WebhookTenant.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.peer.web.ReceivedEvent;
import org.tandemvoice.platform.PlatformTest;

/** Webhooks from their creation to the events that arrive, with endpoints that answer. */
@PlatformTest
class WebhookIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final JsonObject WAIT =
      action("sleep", Json.createObjectBuilder().add("duration", 60_000).build());

  private Office office;
  private ApiClient api;
  private WebhookTenant tenant;
  private EventSink sink;

  @BeforeEach
  void open() {
    office = Office.open();
    api = office.api();
    tenant = new WebhookTenant(api);
    sink = EventSink.open();
  }

  @AfterEach
  void close() {
    office.close();
    sink.close();
  }

  @Test
  void isMadeShownChangedAndDeleted() {
    JsonObject made = tenant.webhook(sink.url(), ",'name':'crm','events':['call_hungup']");
    String path = "/v1.0/webhooks/" + made.getString("id");

    assertThat(made.getString("secret")).startsWith("whsec_");
    assertThat(made.getString("status")).isEqualTo("active");
    JsonObject shown = api.get(path).expect(200).object();
    assertThat(shown).doesNotContainKey("secret");
    assertThat(shown.getJsonArray("events").getString(0)).isEqualTo("call_hungup");
    JsonObject changed =
        api.put(
                "/v1/webhooks/" + made.getString("id"),
                json("{'events':['call_answered','call_created']}"))
            .expect(200)
            .object();
    assertThat(changed.getJsonArray("events")).hasSize(2);
    assertThat(changed.getString("url")).isEqualTo(sink.url());
    assertThat(api.get("/v1.0/webhooks").expect(200).result()).hasSize(1);
    assertThat(api.post(path + "/secret-regenerate").expect(200).object().getString("secret"))
        .isNotEqualTo(made.getString("secret"));
    api.delete(path).expect(200);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get("/v1.0/webhooks").expect(200).result()).isEmpty();
  }

  @Test
  void refusesWhatIsWrongAndWhatIsAnotherCustomers() {
    assertNames("url", api.post("/v1.0/webhooks", json("{'events':[]}")));
    assertNames("url", api.post("/v1.0/webhooks", json("{'url':'ftp://example.com/x'}")));
    assertNames(
        "events", api.post("/v1.0/webhooks", json("{'url':'http://a.b/','events':['A b']}")));
    assertNames("status", api.post("/v1.0/webhooks", json("{'url':'http://a.b/','status':'on'}")));
    assertNames("retry", api.post("/v1.0/webhooks", json("{'url':'http://a.b/','retry':'never'}")));
    String id = tenant.webhook(sink.url(), "").getString("id");
    try (Office other = Office.open()) {
      assertThat(other.api().get("/v1.0/webhooks/" + id).status()).isEqualTo(404);
      assertThat(other.api().delete("/v1.0/webhooks/" + id).status()).isEqualTo(404);
      assertThat(other.api().get("/v1.0/webhooks/" + id + "/deliveries").status()).isEqualTo(404);
    }
  }

  private static void assertNames(String field, ApiAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void tellsACallInOrderUnderBothNamesAndSigned() throws Exception {
    JsonObject webhook = tenant.webhook(sink.url(), "");
    SoftPhone phone = office.registered();

    String id = api.call(phone.account().user(), action("answer"), WAIT);
    IncomingCall ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);
    Call call = ringing.answer();
    api.awaitStatus(id, "progressing", PATIENCE);
    call.hangUp();
    sink.await(event -> event.type().equals("call_hangup"), PATIENCE);
    api.awaitStatus(id, "hangup", PATIENCE);

    List<String> types = sink.types(id);
    assertThat(types.stream().filter(type -> !type.equals("call_updated")))
        .containsExactly(
            "call_created",
            "call_ringing",
            "call_answered",
            "call_progressing",
            "call_hungup",
            "call_hangup");
    List<ReceivedEvent> events = sink.received();
    assertThat(events.stream().map(ReceivedEvent::eventId)).doesNotHaveDuplicates();
    assertThat(events).allSatisfy(event -> assertSigned(event, webhook.getString("secret")));
    ReceivedEvent end = sink.await(event -> event.type().equals("call_hungup"), PATIENCE);
    assertThat(end.method()).isEqualTo("POST");
    assertThat(end.header("content-type")).isEqualTo("application/json");
    assertThat(end.data().getString("hangup_by")).isEqualTo("remote");
    assertThat(end.data()).containsKeys("duration", "recording_ids", "hangup_reason");
    String recorded =
        api.get("/v1.0/calls/" + id + "/events").expect(200).result().stream()
            .map(event -> event.asJsonObject())
            .filter(event -> event.getString("event_type").equals("call_hungup"))
            .map(event -> event.getString("id"))
            .findFirst()
            .orElseThrow();
    assertThat(end.eventId()).isEqualTo(recorded);
  }

  private static void assertSigned(ReceivedEvent event, String secret) throws Exception {
    assertThat(event.header("x-voipbin-signature"))
        .isEqualTo("sha256=" + hmac(secret, event.body()));
    String timestamped = event.header("x-voipbin-signature-timestamped");
    String seconds = timestamped.replaceAll("^t=(\\d+),.*", "$1");
    assertThat(timestamped)
        .isEqualTo("t=" + seconds + ",v1=" + hmac(secret, seconds + "." + event.body()));
  }

  private static String hmac(String secret, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sendsOnlyWhatWasAskedForUnderTheNameThatWasAskedFor() {
    tenant.webhook(sink.url(), ",'events':['call_hangup','call_created']");
    String extension = office.extension().user();

    String id = tenant.shortCall(extension);

    sink.await(event -> event.type().equals("call_hangup"), PATIENCE);
    assertThat(sink.types(id)).containsExactly("call_created", "call_hangup");
  }

  @Test
  void sendsNothingWhileItIsInactive() {
    String id = tenant.webhook(sink.url(), ",'status':'inactive'").getString("id");
    String extension = office.extension().user();
    String before = tenant.shortCall(extension);
    try (EventSink witness = EventSink.open()) {
      // who is told of an event is decided when it is handed on, a moment after it happened
      tenant.webhook(witness.url(), "");
      String between = tenant.shortCall(extension);
      witness.await(
          event ->
              event.type().equals("call_hangup") && event.data().getString("id").equals(between),
          PATIENCE);
    }
    api.awaitStatus(before, "hangup", PATIENCE);

    api.put("/v1.0/webhooks/" + id, json("{'status':'active'}")).expect(200);
    String after = tenant.shortCall(extension);

    sink.await(event -> event.type().equals("call_hungup"), PATIENCE);
    assertThat(sink.types(after)).contains("call_created");
    assertThat(sink.types(before)).isEmpty();
  }

  @Test
  void usesTheUriOfTheCustomerAsAWebhookForAll() {
    api.put("/v1.0/customer", json("{'webhook_uri':'" + sink.url() + "','webhook_method':'PUT'}"))
        .expect(200);
    String customer = api.customerId();

    String id = tenant.shortCall(office.extension().user());

    ReceivedEvent end = sink.await(event -> event.type().equals("call_hungup"), PATIENCE);
    assertThat(end.method()).isEqualTo("PUT");
    assertThat(end.header("x-voipbin-signature")).isEmpty();
    sink.await(event -> event.type().equals("call_hangup"), PATIENCE);
    assertThat(sink.types(id)).contains("call_created", "call_hungup", "call_hangup");
    assertThat(api.get("/v1.0/webhooks").expect(200).result()).isEmpty();
    tenant.awaitDelivery(customer, delivery -> delivery.getString("status").equals("delivered"));
    assertThat(api.delete("/v1.0/webhooks/" + customer).status()).isEqualTo(409);

    api.put("/v1.0/customer", json("{'webhook_uri':''}")).expect(200);
    int known = sink.received().size();
    String later = tenant.shortCall(office.extension().user());
    api.awaitStatus(later, "hangup", PATIENCE);
    assertThat(sink.received()).hasSize(known);
  }

  @Test
  void sendsADroppedEventAgainWhenAsked() {
    sink.answering(404);
    String webhook = tenant.webhook(sink.url(), ",'events':['call_created']").getString("id");
    tenant.shortCall(office.extension().user());
    JsonObject failed =
        tenant.awaitDelivery(webhook, delivery -> delivery.getString("status").equals("failed"));
    assertThat(failed.getInt("http_code")).isEqualTo(404);
    assertThat(failed.getInt("attempts")).isEqualTo(3);
    sink.answering(200);

    api.post("/v1.0/webhooks/" + webhook + "/deliveries/" + failed.getString("id") + "/redeliver")
        .expect(200);

    JsonObject delivered =
        tenant.awaitDelivery(webhook, delivery -> delivery.getString("status").equals("delivered"));
    assertThat(delivered.getString("id")).isEqualTo(failed.getString("id"));
    assertThat(sink.received().stream().map(ReceivedEvent::eventId).distinct()).hasSize(1);
    assertThat(sink.received()).hasSize(4);
  }

  @Test
  void tellsAnExecutionsOwnUriItsEventsAndNoOthers() {
    JsonObject started =
        api.post(
                "/v1.0/activeflows",
                json(
                    "{'webhook_uri':'"
                        + sink.url()
                        + "','webhook_method':'PUT','actions':[{'type':'sleep','option':{'duration':100}}]}"))
            .expect(200)
            .object();
    String other = tenant.shortCall(office.extension().user());
    api.awaitStatus(other, "hangup", PATIENCE);

    assertThat(started.getString("webhook_uri")).isEqualTo(sink.url());
    String id = started.getString("id");
    ReceivedEvent event = sink.await(received -> received.resource().equals(id), PATIENCE);
    assertThat(event.method()).isEqualTo("PUT");
    assertThat(sink.types(id)).startsWith("activeflow_created");
    assertThat(sink.types(other)).isEmpty();
  }
}
