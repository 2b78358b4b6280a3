package org.tandemvoice.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsMusic;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tandemvoice.office.Office;
import org.tandemvoice.pbx.PbxTenant;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TelephoneSystem;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.peer.web.ReceivedEvent;

/**
 * Two servers on one MariaDB: every event once to the sink and to the sockets of both, who is
 * frozen at one loses the connections to both, calls are controlled through either, and
 * registrations of a dead one go on.
 */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Connections are looked at every 30 s anyway. */
  private static final Duration AT_ONCE = Duration.ofSeconds(12);

  /** A node is taken for dead when it is silent for 30 seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** What both nodes seal and sign with: 32 bytes in Base64. */
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static PlatformProcess first;
  private static PlatformProcess second;

  @BeforeAll
  static void start() {
    assumeTrue(System.getenv("DB_URL") != null, "H2 is for one process");
    Map<String, String> settings =
        Map.of(
            "ALLOW_PRIVATE_TARGETS",
            "true",
            "API_RATE_LIMIT",
            "0",
            "SECRET_KEY",
            KEY,
            "TOKEN_KEY",
            KEY);
    first = PlatformProcess.start("node-first", settings);
    second = first.beside("node-second", settings);
  }

  @AfterAll
  static void stop() {
    if (second != null) {
      second.close();
    }
    if (first != null) {
      first.close();
    }
  }

  @Test
  void everyEventArrivesOnceWhicheverNodeMadeIt() {
    try (EventSink sink = EventSink.open();
        Office office = Office.at(first.platform())) {
      String customer = office.api().customerId();
      office
          .api()
          .post(
              "/v1.0/webhooks",
              of("{'url':'%s','events':['call_created','call_hungup']}", sink.url()))
          .expect(200);
      String extension = office.extension().user();
      JsonObject order =
          Json.createObjectBuilder().add("name", "both").add("expire", 86_400).build();
      String key =
          office.api().post("/v1.0/accesskeys", order).expect(200).object().getString("token");
      ApiClient other = second.platform().anonymous().withAccessKey(key);
      try (EventListener here = listen(first, key, customer);
          EventListener there = listen(second, key, customer)) {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
          calls.add(office.api().call(extension, ApiClient.action("answer")));
          calls.add(other.call(extension, ApiClient.action("answer")));
        }

        for (String call : calls) {
          sink.await(event -> isEnd(event.type(), event.resource(), call), PATIENCE);
          here.await(event -> isEnd(event, call), PATIENCE);
          there.await(event -> isEnd(event, call), PATIENCE);
          assertThat(sink.types(call)).containsExactly("call_created", "call_hungup");
          assertThat(there.types(call)).isEqualTo(here.types(call));
        }
        assertThat(sink.received().stream().map(ReceivedEvent::eventId)).doesNotHaveDuplicates();
      }
    }
  }

  private static EventListener listen(PlatformProcess node, String key, String customer) {
    String base = node.platform().api().toString().replaceFirst("http", "ws");
    return EventListener.at(URI.create(base + "/v1.0/ws?accesskey=" + key))
        .subscribe("customer_id:" + customer + ":call:*");
  }

  private static boolean isEnd(JsonObject event, String call) {
    return isEnd(event.getString("type"), event.getJsonObject("data").getString("id"), call);
  }

  private static boolean isEnd(String type, String resource, String call) {
    return type.equals("call_hungup") && resource.equals(call);
  }

  @Test
  void whoIsFrozenAtOneLosesCallsAndConnectionsOfBoth() {
    try (Office office = Office.at(first.platform())) {
      String customer = office.api().customerId();
      SoftPhone phone = office.registered();
      ApiClient other = second.platform().anonymous().withAccessKey(office.accessKey());
      String id = other.call(phone.account().user(), ApiClient.action("answer"), sleep());
      Call call = phone.expectCall().answer();
      other.awaitStatus(id, "progressing", PATIENCE);
      try (EventListener here = listen(first, office.accessKey(), customer);
          EventListener there = listen(second, office.accessKey(), customer)) {
        first.platform().admin().post("/v1.0/customers/" + customer + "/freeze").expect(200);

        assertThat(here.awaitClose(AT_ONCE)).isEqualTo(1008);
        assertThat(there.awaitClose(AT_ONCE)).isEqualTo(1008);
        other.get("/v1.0/calls").expect(403);
        call.awaitEnd(AT_ONCE);
      }
      first.platform().admin().post("/v1.0/customers/" + customer + "/recover").expect(200);
      Platform.await("the recovery", PATIENCE, () -> other.get("/v1.0/calls").status() == 200);
      JsonObject over = other.awaitStatus(id, "hangup", PATIENCE);
      assertThat(over.getString("hangup_by")).isEqualTo("local");
    }
  }

  @Test
  void aPhoneThatIsRegisteredAtOneIsCalledByTheOther() {
    try (Office office = Office.at(first.platform())) {
      SoftPhone phone = office.registered();
      ApiClient other = second.platform().anonymous().withAccessKey(office.accessKey());

      String id = other.call(phone.account().user(), ApiClient.action("answer"), sleep());

      IncomingCall ringing = phone.expectCall();
      assertThat(ringing.invite().header("Contact"))
          .contains(":" + second.platform().sip().getPort());
      Call call = ringing.answer();
      other.awaitStatus(id, "progressing", PATIENCE);
      call.hangUp();
      office.api().awaitStatus(id, "hangup", PATIENCE);
    }
  }

  /** The one that is asked holds nothing of the call. */
  @Test
  void whatIsAskedOfOneIsDoneByTheOneThatHoldsTheCall() {
    try (Office office = Office.at(first.platform())) {
      SoftPhone phone = office.registered();
      ApiClient other = second.platform().anonymous().withAccessKey(office.accessKey());
      String id = office.api().call(phone.account().user(), ApiClient.action("answer"), sleep());
      Call call = phone.expectCall().answer();
      office.api().awaitStatus(id, "progressing", PATIENCE);
      String path = "/v1.0/calls/" + id;

      other.post(path + "/moh").expect(200);
      assertHearsMusic(call);
      other.delete(path + "/moh").expect(200);
      other.post(path + "/hold").expect(200);
      assertHearsMusic(call);
      assertThat(other.post(path + "/resume").expect(200).object().getBoolean("hold")).isFalse();
      other.post(path + "/dtmf", of("{'digits':'42'}")).expect(200);
      call.media().awaitDigits("42", PATIENCE);
      other.post(path + "/talk", of("{'text':'hello','language':'en-US'}")).expect(200);
      other.post(path + "/recording_start", of("{'format':'wav'}")).expect(200);
      other.post(path + "/recording_start", of("{'format':'wav'}")).expect(409);
      other.post(path + "/recording_stop").expect(200);
      other.post(path + "/mute", of("{'direction':'sideways'}")).expect(400);
      other.post(path + "/hangup").expect(200);
      call.awaitEnd(AT_ONCE);
      JsonObject over = other.awaitStatus(id, "hangup", PATIENCE);
      assertThat(over.getString("hangup_by")).isEqualTo("local");
      assertThat(other.post(path + "/hangup").expect(409).body()).contains("CALL_ALREADY_HANGUP");
    }
  }

  @Test
  void anExecutionIsStoppedAndACallRemovedByAnyOfThem() {
    try (Office office = Office.at(first.platform())) {
      SoftPhone phone = office.registered();
      ApiClient other = second.platform().anonymous().withAccessKey(office.accessKey());
      String user = phone.account().user();
      String stopped = office.api().call(user, ApiClient.action("answer"), sleep());
      Call one = phone.expectCall().answer();
      office.api().awaitStatus(stopped, "progressing", PATIENCE);
      String run = office.api().callState(stopped).getString("activeflow_id");

      other.post("/v1.0/activeflows/" + run + "/stop").expect(200);

      one.awaitEnd(AT_ONCE);
      office.api().awaitStatus(stopped, "hangup", PATIENCE);
      String removed = office.api().call(user, ApiClient.action("answer"), sleep());
      Call two = phone.expectCall().answer();
      office.api().awaitStatus(removed, "progressing", PATIENCE);

      other.delete("/v1.0/calls/" + removed).expect(200);

      two.awaitEnd(AT_ONCE);
      office.api().get("/v1.0/calls/" + removed).expect(404);
    }
  }

  /** Whichever node took the first request; a day later it is a new one. */
  @Test
  void anIdempotencyKeyHoldsForADayAtBoth() {
    try (Office office = Office.at(first.platform())) {
      String key = UUID.randomUUID().toString();
      String made = makeTag(first, office, key);

      assertThat(makeTag(second, office, key)).isEqualTo(made);
      age(key, "23:59");
      assertThat(makeTag(second, office, key)).isEqualTo(made);
      age(key, "00:02");

      String again = makeTag(second, office, key);
      assertThat(again).isNotEqualTo(made);
      assertThat(makeTag(first, office, key)).isEqualTo(again);
      assertThat(office.api().get("/v1.0/tags").expect(200).result()).hasSize(2);
    }
  }

  /** The key becomes so much older. */
  private static void age(String key, String hoursAndMinutes) {
    first.inDatabase(
        "update idempotency_keys set tm_create = tm_create - interval '"
            + hoursAndMinutes
            + "' hour_minute where idempotency_key = '"
            + key
            + "'");
  }

  private static String makeTag(PlatformProcess node, Office office, String key) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  node.platform().api().resolve("/v1.0/tags?accesskey=" + office.accessKey()))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key)
              .POST(BodyPublishers.ofString("{\"name\":\"once\",\"detail\":\"\"}"))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static JsonObject sleep() {
    JsonObject option = Json.createObjectBuilder().add("duration", 60_000).build();
    return ApiClient.action("sleep", option);
  }

  /**
   * The other one asks the telephone system to call it instead, and finds the agent's phone. Comes
   * last, because it takes a node away.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void registrationsOfADeadNodeGoOnAtTheOther() {
    try (TelephoneSystem system =
            TelephoneSystem.udp("SHA-256", "3001", "3001", PbxTenant.PASSWORD);
        Office office = Office.at(first.platform())) {
      SoftPhone desk = office.registered();
      new PbxTenant(office, desk).registerAt(system, "");
      system.awaitRegistered();
      PlatformProcess keeper = isKeptBy(first, system) ? first : second;
      PlatformProcess other = keeper == first ? second : first;
      assertThat(isKeptBy(keeper, system)).isTrue();

      SoftPhone phone = office.registered();
      ApiClient there = keeper.platform().anonymous().withAccessKey(office.accessKey());
      String held = there.call(phone.account().user(), ApiClient.action("answer"), sleep());
      phone.expectCall().answer();
      there.awaitStatus(held, "progressing", PATIENCE);

      keeper.kill();

      ApiClient here = other.platform().anonymous().withAccessKey(office.accessKey());
      assertThat(here.post("/v1.0/calls/" + held + "/hangup").expect(503).body())
          .contains("SERVICE_UNAVAILABLE", "which holds the call");
      assertThat(here.callState(held).getString("status")).isEqualTo("progressing");
      Platform.await("the other node", SILENCE, () -> isKeptBy(other, system));
      OutgoingCall dialling = system.dialUser();
      Call agent = desk.expectCall().answer();
      Call caller = dialling.expectAnswer();
      agent.media().sayTone(ANNA);
      assertHears(caller, ANNA);
      caller.hangUp();
      agent.awaitEnd();
    }
  }

  private static boolean isKeptBy(PlatformProcess node, TelephoneSystem system) {
    return system.contact().contains(":" + node.platform().sip().getPort());
  }
}
