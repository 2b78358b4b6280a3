package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** What can be done to the sound of a call while it lasts: by the API, and by the phone itself. */
@PlatformTest
class CallControlIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BEEP = Duration.ofMillis(400);
  private static final Duration SPAN = Duration.ofMillis(800);

  /** Neither is a note of the platform's music, nor a multiple of one. */
  private static final double ANNA = 1_530;

  private static final double BERT = 2_210;

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();
  private Call anna;
  private Call bert;
  private String annasId;
  private String bertsId;

  /** Anna has dialled Bert; each says a tone and hears the other's. */
  private void talk() {
    SoftPhone called = office.registered();
    OutgoingCall dialling = office.registered().dial(called.account().addressOfRecord());
    bert = called.expectCall().ring().answer();
    anna = dialling.expectAnswer();
    anna.media().sayTone(ANNA);
    bert.media().sayTone(BERT);
    annasId = idOf("incoming");
    bertsId = idOf("outgoing");
    assertBothHeard();
  }

  private String idOf(String direction) {
    return api.get("/v1.0/calls").expect(200).result().stream()
        .map(call -> call.asJsonObject())
        .filter(call -> direction.equals(call.getString("direction")))
        .map(call -> call.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private void assertBothHeard() {
    anna.media().awaitTone(BERT, BEEP, PATIENCE);
    bert.media().awaitTone(ANNA, BEEP, PATIENCE);
  }

  private void awaitMusic(Call listener, double insteadOf) {
    if (!Waiting.until(() -> isMusic(listener.media().heard().last(SPAN), insteadOf), PATIENCE)) {
      Sound last = listener.media().heard().last(SPAN);
      throw new AssertionError(
          "no music but a " + last + ", of it " + last.toneHeard(insteadOf) + " the other's tone");
    }
  }

  private static boolean isMusic(Sound sound, double insteadOf) {
    return sound.audible().toMillis() > 600 && sound.toneHeard(insteadOf).isZero();
  }

  private ApiAnswer post(String id, String what) {
    return api.post("/v1.0/calls/" + id + "/" + what);
  }

  private ApiAnswer send(String method, String id, String what, String body) {
    return api.send(method, "/v1.0/calls/" + id + "/" + what, Optional.of(body.replace('\'', '"')));
  }

  private ApiAnswer delete(String id, String what) {
    return api.delete("/v1.0/calls/" + id + "/" + what);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHoldFromTheApiGivesMusicToBothUntilItIsResumed(boolean ofTheCaller) {
    talk();
    String held = ofTheCaller ? annasId : bertsId;

    assertThat(post(held, "hold").expect(200).body()).isEmpty();
    awaitMusic(anna, BERT);
    awaitMusic(bert, ANNA);
    assertThat(api.callState(held).getBoolean("hold")).isTrue();

    JsonObject resumed = post(held, "resume").expect(200).object();
    assertThat(resumed.getBoolean("hold")).isFalse();
    assertThat(resumed.getString("status")).isEqualTo("progressing");
    assertBothHeard();
    assertThat(holdsTold(held)).containsSubsequence(true, false);
    anna.hangUp();
    bert.awaitEnd();
  }

  private List<Boolean> holdsTold(String id) {
    return api.get("/v1.0/calls/" + id + "/events").expect(200).result().stream()
        .map(event -> event.asJsonObject())
        .filter(event -> event.getString("event_type").equals("call_updated"))
        .map(event -> event.getJsonObject("data").getBoolean("hold"))
        .toList();
  }

  @Test
  void aHoldFromThePhoneGivesMusicToTheOtherUntilItResumes() {
    talk();

    anna.hold();
    awaitMusic(bert, ANNA);
    awaitHold(annasId, true);
    assertThat(api.callState(bertsId).getBoolean("hold")).isFalse();

    anna.resume();
    assertBothHeard();
    awaitHold(annasId, false);
    assertThat(holdsTold(annasId)).containsSubsequence(true, false);
    bert.hold();
    awaitMusic(anna, BERT);
    bert.resume();
    assertBothHeard();
  }

  private void awaitHold(String id, boolean on) {
    Platform.await("hold " + on, PATIENCE, () -> api.callState(id).getBoolean("hold") == on);
  }

  @Test
  void fiftyHoldsInARowLeaveTheTalkAsItWasAndNothingBehind() {
    long before = Platform.shared().gauges().number("Media", "OpenSessions");
    talk();
    for (int i = 0; i < 50; i++) {
      anna.hold();
      anna.resume();
      post(bertsId, "hold").expect(200);
      delete(bertsId, "hold").expect(200);
    }

    assertBothHeard();
    assertThat(api.callState(annasId).getString("status")).isEqualTo("progressing");
    anna.hangUp();
    bert.awaitEnd();
    Platform.await(
        "no more media than before",
        PATIENCE,
        () -> Platform.shared().gauges().number("Media", "OpenSessions") <= before);
  }

  @Test
  void holdAndMuteAreIndependentOfEachOther() {
    talk();

    send("POST", annasId, "mute", "{'direction':'out'}").expect(200);
    bert.media().awaitSilence(SPAN, PATIENCE);
    post(annasId, "hold").expect(200);
    awaitMusic(anna, BERT);
    JsonObject both = api.callState(annasId);
    assertThat(both.getBoolean("hold")).isTrue();
    assertThat(both.getString("mute_direction")).isEqualTo("out");

    delete(annasId, "hold").expect(200);
    anna.media().awaitTone(BERT, BEEP, PATIENCE);
    bert.media().awaitSilence(SPAN, PATIENCE);

    assertThat(post(annasId, "unmute").expect(200).object().getString("mute_direction")).isEmpty();
    assertBothHeard();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "{'direction':'in'}, in, false, true",
        "{'direction':'out'}, out, true, false",
        "{'direction':'both'}, both, false, false",
        "{}, both, false, false",
        "\"\", both, false, false"
      })
  void mutesWhatTheCallHearsOrWhatOthersHearOfIt(
      String body, String shown, boolean hears, boolean isHeard) {
    talk();

    assertThat(send("POST", annasId, "mute", body).expect(200).body()).isEmpty();

    assertThat(api.callState(annasId).getString("mute_direction")).isEqualTo(shown);
    assertHeard(anna, BERT, hears);
    assertHeard(bert, ANNA, isHeard);
    delete(annasId, "mute").expect(200);
    assertThat(api.callState(annasId).getString("mute_direction")).isEmpty();
    assertBothHeard();
  }

  private static void assertHeard(Call listener, double tone, boolean heard) {
    if (heard) {
      listener.media().awaitTone(tone, BEEP, PATIENCE);
    } else {
      listener.media().awaitSilence(SPAN, PATIENCE);
    }
  }

  @Test
  void letsOneDirectionThroughAgain() {
    talk();
    send("POST", annasId, "mute", "{'direction':'both'}").expect(200);

    send("DELETE", annasId, "mute", "{'direction':'in'}").expect(200);

    assertThat(api.callState(annasId).getString("mute_direction")).isEqualTo("out");
    assertHeard(anna, BERT, true);
    assertHeard(bert, ANNA, false);
  }

  @Test
  void playsMusicOrSilenceInPlaceOfTheOther() {
    talk();

    post(annasId, "moh").expect(200);
    awaitMusic(anna, BERT);
    bert.media().awaitTone(ANNA, BEEP, PATIENCE);
    delete(annasId, "moh").expect(200);
    anna.media().awaitTone(BERT, BEEP, PATIENCE);

    post(annasId, "silence").expect(200);
    anna.media().awaitSilence(SPAN, PATIENCE);
    bert.media().awaitTone(ANNA, BEEP, PATIENCE);
    delete(annasId, "silence").expect(200);
    anna.media().awaitTone(BERT, BEEP, PATIENCE);
  }

  @Test
  void speaksToOneOfThem() {
    talk();

    send("POST", bertsId, "talk", "{'text':'Your time is nearly over.','language':'en-US'}")
        .expect(200);

    Platform.await(
        "speech instead of the tone",
        PATIENCE,
        () -> {
          Sound last = bert.media().heard().last(SPAN);
          return last.audible().toMillis() > 300 && last.toneHeard(ANNA).isZero();
        });
    bert.media().awaitTone(ANNA, BEEP, PATIENCE);
  }

  @Test
  void pressesKeysTowardsTheParty() {
    talk();

    JsonObject call =
        send("POST", bertsId, "dtmf", "{'digits':'1234#','duration':250,'interval':100}")
            .expect(200)
            .object();

    assertThat(call.getString("id")).isEqualTo(bertsId);
    bert.media().awaitDigits("1234#", PATIENCE);
    assertThat(anna.media().digits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "dtmf, {}, digits",
        "dtmf, {'digits':'12x'}, digits",
        "dtmf, \"{'digits':'1','duration':5}\", duration",
        "dtmf, \"{'digits':'1','interval':-1}\", interval",
        "mute, {'direction':'up'}, direction",
        "mute, {'direction':7}, direction",
        "talk, {}, text"
      })
  void namesTheFieldThatIsWrong(String what, String body, String field) {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), action("block"));
    phone.expectCall().answer();
    api.awaitStatus(id, "progressing", PATIENCE);

    assertThat(send("POST", id, what, body).expect(400).body())
        .contains("\"field\":\"" + field + "\"");
    assertThat(api.callState(id).getString("mute_direction")).isEmpty();
  }

  @Test
  void onlyProgressingCallsCanBeChanged() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), action("block"));
    var ringing = phone.expectCall().ring();
    api.awaitStatus(id, "ringing", PATIENCE);

    for (String what : List.of("hold", "resume", "mute", "unmute", "moh", "silence")) {
      assertThat(post(id, what).expect(409).body()).contains("CALL_STATE_INVALID", "ringing");
    }
    assertThat(send("POST", id, "dtmf", "{'digits':'1'}").expect(409).body()).contains("ringing");
    assertThat(send("POST", id, "talk", "{'text':'a'}").expect(409).body()).contains("ringing");
    ringing.reject(486);
    api.awaitStatus(id, "hangup", PATIENCE);
    assertThat(post(id, "hold").expect(409).body()).contains("CALL_ALREADY_HANGUP");
  }

  @Test
  void anotherCustomersCallIsNotFound() {
    SoftPhone phone = office.registered();
    String id = api.call(phone.account().user(), action("answer"), action("block"));
    phone.expectCall().answer();
    api.awaitStatus(id, "progressing", PATIENCE);
    try (Office stranger = Office.open()) {
      for (String what : List.of("hold", "mute", "moh", "silence", "resume", "unmute")) {
        stranger.api().post("/v1.0/calls/" + id + "/" + what).expect(404);
      }
      JsonObject keys = Json.createObjectBuilder().add("digits", "1").build();
      stranger.api().post("/v1.0/calls/" + id + "/dtmf", keys).expect(404);
    }
    assertThat(api.callState(id).getBoolean("hold")).isFalse();
  }
}
