package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** POST /calls to an extension and every way such a call can end. */
@PlatformTest
class CallApiIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String UNSET = "9999-01-01T00:00:00.000000Z";
  private static final JsonObject WAIT =
      action("sleep", Json.createObjectBuilder().add("duration", 60_000).build());

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();

  @Test
  void goesFromDialingToHangupWhenThePhoneHangsUp() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), WAIT);

    IncomingCall incoming = phone.expectCall();
    assertThat(api.callState(id).getString("status")).isEqualTo("dialing");
    incoming.ring();
    api.awaitStatus(id, "ringing", PATIENCE);
    Call call = incoming.answer();
    JsonObject progressing = api.awaitStatus(id, "progressing", PATIENCE);
    assertThat(progressing.getString("tm_ringing")).isNotEqualTo(UNSET);
    assertThat(progressing.getString("tm_hangup")).isEqualTo(UNSET);
    call.hangUp();

    assertEnded(id, "remote", "normal");
    assertThat(significant(id))
        .containsExactly("call_created", "call_ringing", "call_answered", "call_hungup");
  }

  @Test
  void endsWhenTheApplicationHangsUp() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), WAIT);
    IncomingCall ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);
    Call call = ringing.answer();
    api.awaitStatus(id, "progressing", PATIENCE);

    api.post("/v1.0/calls/" + id + "/hangup").expect(200);

    call.awaitEnd();
    assertEnded(id, "local", "normal");
    assertThat(significant(id))
        .containsExactly(
            "call_created", "call_ringing", "call_answered", "call_terminating", "call_hungup");
    assertThat(api.post("/v1.0/calls/" + id + "/hangup").status()).isEqualTo(409);
  }

  @Test
  void endsWhenTheFlowEnds() {
    SoftPhone phone = office.registered();
    String id =
        api.call(
            phone.account().user(),
            action("answer"),
            action("sleep", Json.createObjectBuilder().add("duration", 300).build()));

    Call call = phone.expectCall().answer();

    call.awaitEnd();
    assertEnded(id, "local", "normal");
  }

  @ParameterizedTest
  @CsvSource({"486,busy", "600,busy", "603,noanswer", "480,noanswer", "408,noanswer", "404,failed"})
  void endsAsThePhoneRefuses(int status, String reason) {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), WAIT);

    IncomingCall ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);
    ringing.reject(status);

    assertEnded(id, "remote", reason);
  }

  @Test
  void givesUpAtItsDialTimeout() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), Duration.ofSeconds(2), WAIT);

    IncomingCall ringing = phone.expectCall().ring();

    ringing.awaitCancel(Duration.ofSeconds(6));
    assertEnded(id, "local", "dialout");
  }

  @Test
  void isCanceledByTheApplicationWhileItRings() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), WAIT);
    IncomingCall ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);

    api.post("/v1.0/calls/" + id + "/hangup").expect(200);

    ringing.awaitCancel();
    assertEnded(id, "local", "cancel");
    assertThat(significant(id))
        .containsExactly("call_created", "call_ringing", "call_canceling", "call_hungup");
  }

  @Test
  void failsWhenNoPhoneIsRegistered() {
    Account account = office.extension();

    String id = api.call(account.user(), WAIT);

    assertEnded(id, "remote", "failed");
    assertThat(api.callState(id).getString("tm_ringing")).isEqualTo(UNSET);
  }

  @Test
  void ringsEveryContactAndTheFirstAnswerWins() {
    Account account = office.extension();
    SoftPhone desk = office.phone(account).register();
    SoftPhone mobile = office.phone(account, "TCP").register();
    String id = api.call(account.user(), action("answer"), WAIT);

    IncomingCall deskRings = desk.expectCall().ring();
    IncomingCall mobileRings = mobile.expectCall().ring();
    Call call = mobileRings.answer();

    deskRings.awaitCancel();
    api.awaitStatus(id, "progressing", PATIENCE);
    call.hangUp();
    assertEnded(id, "remote", "normal");
  }

  @Test
  void goesOnRingingWhenOneOfTwoPhonesIsBusy() {
    Account account = office.extension();
    SoftPhone desk = office.phone(account).register();
    SoftPhone mobile = office.phone(account).register();
    String id = api.call(account.user(), action("answer"), WAIT);

    desk.expectCall().reject(486);
    Call call = mobile.expectCall().ring().answer();

    api.awaitStatus(id, "progressing", PATIENCE);
    call.hangUp();
    assertEnded(id, "remote", "normal");
  }

  @Test
  void refusesAnUnknownExtension() {
    JsonObject body =
        Json.createObjectBuilder()
            .add("source", Json.createObjectBuilder().add("type", "extension").add("target", "x"))
            .add(
                "destinations",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("type", "extension")
                            .add("target_name", "nosuchphone")))
            .add("actions", Json.createArrayBuilder())
            .build();

    assertThat(api.post("/v1.0/calls", body).status()).isBetween(400, 404);
  }

  @Test
  void showsWhatItsOrderNoted() {
    String noted =
        "{'order':'A-17','tries':2,'nested':{'deep':[true,null,'grüße']}}".replace('\'', '"');
    JsonObject body = order(office.extension().user(), noted);

    String id = api.post("/v1.0/calls", body).expect(200).array().getJsonObject(0).getString("id");

    JsonObject call = api.awaitStatus(id, "hangup", PATIENCE);
    assertThat(call.getJsonObject("metadata")).isEqualTo(body.getJsonObject("metadata"));
    assertThat(call.getString("type")).isEqualTo("flow");
    assertThat(api.get("/v1.0/calls/" + id + "/events").expect(200).result())
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.asJsonObject().getJsonObject("data").getJsonObject("metadata"))
                    .isEqualTo(body.getJsonObject("metadata")));
    String plain = api.call(office.extension().user(), WAIT);
    assertThat(api.callState(plain).getJsonObject("metadata")).isEmpty();
    assertThat(api.post("/v1.0/calls", order("x", "[1]")).expect(400).body()).contains("metadata");
    String big = "{\"x\":\"" + "y".repeat(16_384) + "\"}";
    assertThat(api.post("/v1.0/calls", order("x", big)).expect(400).body()).contains("16384");
  }

  @Test
  void tellsHowLongItRangAndHowGoodItSounded() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), WAIT);
    IncomingCall ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);
    Waiting.pass(Duration.ofMillis(1_200));
    Call call = ringing.answer();
    call.media().sayTone(440);
    api.awaitStatus(id, "progressing", PATIENCE);
    Waiting.pass(Duration.ofMillis(2_200));
    call.hangUp();

    JsonObject over = api.awaitStatus(id, "hangup", PATIENCE);
    assertThat(over.getInt("ringing_duration")).isBetween(1, 3);
    assertThat(over.getInt("talk_duration")).isBetween(2, 4);
    assertThat(over.getInt("duration"))
        .isGreaterThanOrEqualTo(over.getInt("ringing_duration") + over.getInt("talk_duration"));
    assertThat(over.getJsonNumber("packet_loss").doubleValue()).isZero();
    assertThat(over.getJsonNumber("mos").doubleValue()).isGreaterThan(4);
    assertThat(over.getJsonNumber("jitter").doubleValue()).isBetween(0.0, 50.0);
    assertThat(over).containsKey("rtt");
  }

  @Test
  void callsSeveralDestinationsAtOnceEachWithTheActions() {
    SoftPhone one = office.registered();
    SoftPhone other = office.registered();
    String order =
        """
        {'source':{'type':'extension','target':'api'},'actions':[{'type':'beep'}],'destinations':[
          {'type':'endpoint','target':'%s'},{'type':'endpoint','target':'%s'}]}
        """
            .formatted(endpoint(one), endpoint(other));

    var made = api.post("/v1.0/calls", JsonBody.of(order)).expect(200).array();

    assertThat(made).hasSize(2);
    Call first = one.expectCall().answer();
    Call second = other.expectCall().answer();
    first.awaitEnd(PATIENCE);
    second.awaitEnd(PATIENCE);
    AudioAssertions.assertThat(first.media().heard()).hearsTone(1_000, Duration.ofMillis(240));
    AudioAssertions.assertThat(second.media().heard()).hearsTone(1_000, Duration.ofMillis(240));
    for (int i = 0; i < 2; i++) {
      assertEnded(made.getJsonObject(i).getString("id"), "local", "normal");
    }
    String unknown =
        "{'flow_id':'6f1e6f6e-0000-4000-8000-000000000001','destinations':[{'type':'endpoint',"
            + "'target':'"
            + endpoint(one)
            + "'}]}";
    assertThat(api.post("/v1.0/calls", JsonBody.of(unknown)).expect(404).body())
        .contains("FLOW_NOT_FOUND");
  }

  private static String endpoint(SoftPhone phone) {
    return phone.account().user() + "@" + phone.account().domain();
  }

  private static JsonObject order(String extension, String metadata) {
    String body =
        """
        {"source":{"type":"extension","target":"api"},"metadata":%s,"actions":[],
         "destinations":[{"type":"extension","target_name":"%s"}]}
        """
            .formatted(metadata, extension);
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  private void assertEnded(String id, String by, String reason) {
    JsonObject call = api.awaitStatus(id, "hangup", PATIENCE);
    assertThat(call.getString("hangup_by")).isEqualTo(by);
    assertThat(call.getString("hangup_reason")).isEqualTo(reason);
    assertThat(call.getString("tm_hangup")).isNotEqualTo(UNSET);
    assertThat(api.eventTypes(id)).last().isEqualTo("call_hungup");
  }

  private List<String> significant(String id) {
    return api.eventTypes(id).stream().filter(type -> !"call_updated".equals(type)).toList();
  }
}
