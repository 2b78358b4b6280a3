package org.tandemvoice.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.DigestChallenge;
import org.tandemvoice.peer.sip.DigestClient;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Calls into the telephone network by providers, and what happens when one of them fails. */
@PlatformTest
class RoutesIT {

  private static final Duration WAIT = Duration.ofSeconds(15);

  @AutoClose private final Office office = Office.open();

  private String customer() {
    return office.api().customerId();
  }

  /** Calls a number over the API; id of the call. */
  private String call(String number) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("source", address("extension", "api"))
            .add("destinations", Json.createArrayBuilder().add(address("tel", number)))
            .add("actions", Json.createArrayBuilder().add(action("answer")).add(action("hangup")))
            .build();
    JsonArray made = office.api().post("/v1.0/calls", body).expect(200).array();
    return made.getJsonObject(0).getString("id");
  }

  private static JsonObject address(String type, String target) {
    return Json.createObjectBuilder().add("type", type).add("target", target).build();
  }

  private JsonObject ended(String id) {
    return office.api().awaitStatus(id, "hangup", WAIT);
  }

  @Test
  void providerGetsTheNumberAsItWantsIt() {
    JsonObject terms =
        Json.createObjectBuilder()
            .add("tech_prefix", "77")
            .add("tech_postfix", "00")
            .add("codecs", "PCMA")
            .add("tech_headers", Json.createObjectBuilder().add("X-Account", "tandem-1"))
            .build();
    String own = Carrier.nearNumber();
    office
        .api()
        .post("/v1.0/numbers", Json.createObjectBuilder().add("number", own).build())
        .expect(200);
    String number = Carrier.farNumber();
    try (Carrier carrier = Carrier.known(terms).routed(customer(), "+44", 1)) {
      String id = call(number);
      IncomingCall offered = carrier.peer().expectCall();
      SipRequest invite = offered.invite();

      assertThat(invite.uri()).startsWith("sip:77" + number + "00@");
      assertThat(invite.headers().first("X-Account")).contains("tandem-1");
      assertThat(invite.headers().first("P-Asserted-Identity")).contains("<tel:" + own + ">");
      String sdp = new String(invite.body(), UTF_8);
      assertThat(sdp).containsPattern("m=audio \\d+ RTP/AVP 8( \\d+)+\r\n");
      offered.answer();
      assertThat(ended(id).getString("hangup_reason")).isEqualTo("normal");
    }
  }

  /** Only the provider is told who calls (RFC 3325 section 7). */
  @Test
  void anAnonymousCallerIsKnownToTheProviderOnly() {
    String own = Carrier.nearNumber();
    office
        .api()
        .post("/v1.0/numbers", Json.createObjectBuilder().add("number", own).build())
        .expect(200);
    try (Carrier carrier = Carrier.known().routed(customer(), "+44", 1)) {
      JsonObject order =
          Json.createObjectBuilder()
              .add("source", address("tel", own))
              .add(
                  "destinations",
                  Json.createArrayBuilder().add(address("tel", Carrier.farNumber())))
              .build();
      assertThat(call(order, "maybe").expect(400).body()).contains("anonymous");
      call(order, "yes").expect(200);
      IncomingCall offered = carrier.peer().expectCall();
      SipRequest invite = offered.invite();

      assertThat(invite.from().uri()).isEqualTo("sip:anonymous@anonymous.invalid");
      assertThat(invite.header("From")).startsWith("\"Anonymous\"");
      assertThat(invite.header("Privacy")).isEqualTo("id");
      assertThat(invite.header("P-Asserted-Identity")).isEqualTo("<tel:" + own + ">");
      offered.reject(486);
    }
  }

  private ApiAnswer call(JsonObject order, String anonymous) {
    JsonObject body = Json.createObjectBuilder(order).add("anonymous", anonymous).build();
    return office.api().post("/v1.0/calls", body);
  }

  @Test
  void onlyTheProviderLearnsWhoACallerIsThatWithholdsIt() {
    String own = Carrier.nearNumber();
    office
        .api()
        .post("/v1.0/numbers", Json.createObjectBuilder().add("number", own).build())
        .expect(200);
    SoftPhone phone = office.registered();
    try (Carrier carrier = Carrier.known().routed(customer(), "+44", 1)) {
      JsonObject connect =
          Json.createObjectBuilder()
              .add("type", "connect")
              .add(
                  "option",
                  Json.createObjectBuilder()
                      .add("destinations", Json.createArrayBuilder().add(sip(phone))))
              .build();
      JsonObject body =
          Json.createObjectBuilder()
              .add("source", address("tel", own))
              .add(
                  "destinations",
                  Json.createArrayBuilder().add(address("tel", Carrier.farNumber())))
              .add("anonymous", "yes")
              .add("actions", Json.createArrayBuilder().add(connect))
              .build();
      JsonObject made = office.api().post("/v1.0/calls", body).expect(200).array().getJsonObject(0);
      assertThat(made.getJsonObject("source").getString("target")).isEqualTo(own);

      IncomingCall offered = carrier.peer().expectCall();
      assertWithheld(offered.invite());
      assertThat(offered.invite().headers().first("P-Asserted-Identity"))
          .contains("<tel:" + own + ">");
      offered.answer();
      IncomingCall connected = phone.expectCall();
      assertWithheld(connected.invite());
      assertThat(connected.invite().headers().has("P-Asserted-Identity")).isFalse();
      connected.reject(486);
      assertThat(ended(made.getString("id")).getString("hangup_reason")).isEqualTo("normal");
    }
  }

  /** RFC 3323 section 4.1 and RFC 3325 section 9.3. */
  private static void assertWithheld(SipRequest invite) {
    assertThat(invite.headers().first("From").orElseThrow())
        .startsWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
    assertThat(invite.headers().first("Privacy")).contains("id");
  }

  private static JsonObject sip(SoftPhone phone) {
    return address("extension", phone.account().user());
  }

  @Test
  void longestPrefixWinsOverPriority() {
    try (Carrier all = Carrier.known().routed(customer(), "all", 0);
        Carrier london = Carrier.known().routed(customer(), "+4420", 9)) {
      all.peer().whenCalled(offered -> offered.rejectAtOnce(500));
      String id = call(Carrier.farNumber());

      london.peer().expectCall().answer();

      assertThat(ended(id).getString("hangup_reason")).isEqualTo("normal");
      all.peer().expectNoCall(Duration.ofMillis(200));
    }
  }

  @Test
  void triesTheNextProviderAfterADeadAndAFailingOne() {
    try (Carrier dead = Carrier.known().routed(customer(), "+44", 1);
        Carrier failing = Carrier.known().routed(customer(), "+44", 2);
        Carrier good = Carrier.known().routed(customer(), "+44", 3)) {
      dead.peer().endpoint().loseIncoming(message -> true, Integer.MAX_VALUE);
      failing.peer().whenCalled(offered -> offered.rejectAtOnce(503));
      String id = call(Carrier.farNumber());

      IncomingCall offered = good.peer().expectCall(Duration.ofSeconds(12));
      offered.ring();
      office.api().awaitStatus(id, "ringing", WAIT);
      Call talking = offered.answer();
      talking.awaitEnd(WAIT);

      JsonObject over = ended(id);
      assertThat(over.getString("hangup_reason")).isEqualTo("normal");
      assertThat(office.api().eventTypes(id))
          .contains("call_created", "call_ringing", "call_answered", "call_hungup");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {486, 480, 603})
  void doesNotTryTheNextWhenSomebodyWasReached(int status) {
    try (Carrier first = Carrier.known().routed(customer(), "+44", 1);
        Carrier second = Carrier.known().routed(customer(), "+44", 2)) {
      first.peer().whenCalled(offered -> offered.rejectAtOnce(status));

      JsonObject over = ended(call(Carrier.farNumber()));

      assertThat(over.getString("hangup_reason")).isEqualTo(status == 486 ? "busy" : "noanswer");
      second.peer().expectNoCall(Duration.ofMillis(300));
    }
  }

  @Test
  void failsWhenEveryProviderFails() {
    try (Carrier first = Carrier.known().routed(customer(), "+44", 1);
        Carrier second = Carrier.known().routed(customer(), "+44", 2)) {
      first.peer().whenCalled(offered -> offered.rejectAtOnce(503));
      second.peer().whenCalled(offered -> offered.rejectAtOnce(500));

      JsonObject over = ended(call(Carrier.farNumber()));

      assertThat(over.getString("hangup_reason")).isEqualTo("failed");
    }
  }

  @Test
  void failsWithoutARoute() {
    assertThat(ended(call(Carrier.farNumber())).getString("hangup_reason")).isEqualTo("failed");
  }

  @Test
  void answersTheDigestChallengeOfAProvider() {
    JsonObject terms =
        Json.createObjectBuilder().add("username", "tandem").add("password", "carried").build();
    try (Carrier carrier = Carrier.known(terms).routed(customer(), "+44", 1)) {
      carrier.peer().whenCalled(RoutesIT::answerIfProved);
      String id = call(Carrier.farNumber());

      assertThat(ended(id).getString("hangup_reason")).isEqualTo("normal");
    }
  }

  @Test
  void agreesToASessionThatIsRefreshedLessOften() {
    JsonObject terms =
        Json.createObjectBuilder().add("username", "tandem").add("password", "carried").build();
    try (Carrier carrier = Carrier.known(terms).routed(customer(), "+44", 1)) {
      Queue<String> intervals = new ConcurrentLinkedQueue<>();
      carrier
          .peer()
          .whenCalled(
              offered -> {
                intervals.add(offered.invite().headers().first("Session-Expires").orElse(""));
                if (intervals.size() == 1) {
                  offered.with("Min-SE", "7300").rejectAtOnce(422);
                } else {
                  answerIfProved(offered);
                }
              });

      assertThat(ended(call(Carrier.farNumber())).getString("hangup_reason")).isEqualTo("normal");

      assertThat(intervals).hasSize(3);
      assertThat(intervals).endsWith("7300", "7300").doesNotContain("");
    }
  }

  private static void answerIfProved(IncomingCall offered) {
    Optional<String> proof = offered.invite().headers().first("Authorization");
    if (proof.isEmpty()) {
      offered.challenge("Digest realm=\"carrier\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
    } else if (isRight(proof.get())) {
      offered.answerAtOnce();
    } else {
      offered.rejectAtOnce(403);
    }
  }

  private static boolean isRight(String proof) {
    DigestChallenge given = DigestChallenge.parse(proof);
    String uri = given.parameters().get("uri");
    int count = Integer.parseInt(given.parameters().get("nc"), 16);
    return new DigestClient("tandem", "carried")
        .response(given, "INVITE", uri, count, given.parameters().get("cnonce"))
        .equals(given.parameters().get("response"));
  }

  @Test
  void phoneCallsTheNetworkAndHearsItsAnswer() {
    String number = Carrier.farNumber();
    try (Carrier carrier = Carrier.known().routed(customer(), "+44", 1);
        SoftPhone phone = office.registered()) {
      OutgoingCall dialling = phone.dial("sip:" + number + "@" + office.domain());
      Call far = carrier.peer().expectCall().ring().answer();
      Call near = dialling.expectAnswer();
      far.media().sayTone(440);
      near.media().sayTone(660);

      near.media().awaitTone(440, Duration.ofMillis(500), WAIT);
      far.media().awaitTone(660, Duration.ofMillis(500), WAIT);
      near.hangUp();
      far.awaitEnd(WAIT);
    }
  }

  @Test
  void busyOfTheNetworkReachesThePhone() {
    try (Carrier carrier = Carrier.known().routed(customer(), "+44", 1);
        SoftPhone phone = office.registered()) {
      carrier.peer().whenCalled(offered -> offered.rejectAtOnce(486));

      phone.dial("sip:" + Carrier.farNumber() + "@" + office.domain()).expectStatus(486);
    }
  }

  @Test
  void asksProvidersWhetherTheyAreThere() {
    try (Carrier there = Carrier.known();
        Carrier gone = Carrier.known()) {
      gone.peer().endpoint().loseIncoming(message -> true, Integer.MAX_VALUE);
      assertThat(there.health())
          .as("unknown, unless it was asked already")
          .isNotEqualTo("unhealthy");

      Platform.await("a healthy provider", WAIT, () -> there.health().equals("healthy"));
      Platform.await("an unhealthy provider", WAIT, () -> gone.health().equals("unhealthy"));
    }
  }

  @Test
  void onlyPlatformAdministratorsMayChangeRoutes() {
    JsonObject provider = Json.createObjectBuilder().add("hostname", "carrier.example").build();

    office.api().post("/v1.0/providers", provider).expect(403);
    office.api().get("/v1.0/routes").expect(403);
    String body =
        office
            .platform()
            .admin()
            .post("/v1.0/providers", Json.createObjectBuilder().add("hostname", "a b").build())
            .expect(400)
            .body();
    assertThat(body).contains("\"field\":\"hostname\"");
  }
}
