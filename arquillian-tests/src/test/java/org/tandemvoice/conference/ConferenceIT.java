package org.tandemvoice.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.CARL;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Conferences over the API: who is in them, who hears whom, and how they end. */
@PlatformTest
class ConferenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final JsonObject GONE =
      action("sleep", Json.createObjectBuilder().add("duration", 60_000).build());

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();

  @Test
  void everyPartyHearsAllOthersAndNotItself() {
    String id = conference();
    assertThat(shown(id).getInt("participant_count")).isZero();

    Call anna = joined(id, "moderator", false, ANNA);
    Call bert = joined(id, "participant", false, BERT);
    Call carl = dialledIn(id, CARL);

    assertHears(anna, BERT, CARL);
    assertHears(bert, ANNA, CARL);
    assertHears(carl, ANNA, BERT);
    assertThat(shown(id).getInt("participant_count")).isEqualTo(3);
    assertThat(shown(id).getJsonArray("conferencecall_ids")).hasSize(3);
    bert.hangUp();
    assertHears(anna, CARL);
    awaitCount(id, 2);
    assertThat(shown(id).getString("status")).isEqualTo("progressing");
  }

  @Test
  void aCallOfTheApiAndAStrangerWhoKnowsTheIdJoin() {
    String id = conference();
    Call anna = joined(id, "moderator", false, ANNA);
    String call =
        api.post("/v1.0/calls", callTo(id)).expect(200).array().getJsonObject(0).getString("id");
    try (SoftPhone stranger =
        SoftPhone.udp(office.platform().sip(), new Account("anybody", "", "elsewhere.example"))) {
      Call carl = stranger.dial("sip:" + id + "@conference.voipbin.net").expectAnswer();
      carl.media().sayTone(CARL);

      assertHears(anna, CARL);
      assertHears(carl, ANNA);
      awaitCount(id, 3);
      assertThat(api.get("/v1.0/calls").expect(200).result().getValuesAs(JsonObject.class))
          .filteredOn(each -> each.getString("type").equals("conference"))
          .extracting(each -> each.getString("direction"))
          .containsExactly("incoming", "incoming");
      api.delete("/v1.0/calls/" + call).expect(200);
      awaitCount(id, 2);
      stranger.dial("sip:" + UUID.randomUUID() + "@conference.voipbin.net").expectStatus(404);
    }
    assertThat(api.post("/v1.0/calls", callTo(UUID.randomUUID().toString())).expect(400).body())
        .contains("destinations[0].target");
  }

  private static JsonObject callTo(String conference) {
    JsonObject place =
        Json.createObjectBuilder().add("type", "conference").add("target", conference).build();
    return Json.createObjectBuilder()
        .add("source", Json.createObjectBuilder().add("type", "extension").add("target", "api"))
        .add("destinations", Json.createArrayBuilder().add(place))
        .add("actions", Json.createArrayBuilder().add(GONE))
        .build();
  }

  @Test
  void aModeratorMutesOthersAndAParticipantOnlyItself() {
    String id = conference();
    Call anna = joined(id, "moderator", false, ANNA);
    Call bert = joined(id, "participant", true, BERT);
    Call carl = joined(id, "participant", false, CARL);
    assertHears(anna, CARL);
    assertHears(bert, ANNA, CARL);
    assertHears(carl, ANNA);
    String moderator = stay(id, "moderator", false);
    String muted = stay(id, "participant", true);
    String loud = stay(id, "participant", false);

    assertThat(mute(muted, "unmute", loud)).isEqualTo(403);
    assertThat(mute(muted, "unmute", moderator)).isEqualTo(200);
    assertHears(carl, ANNA, BERT);
    assertThat(mute(moderator, "mute", loud)).isEqualTo(403);
    assertThat(mute(loud, "mute", loud)).isEqualTo(200);
    assertHears(anna, BERT);
    assertHears(carl, ANNA, BERT);
    assertThat(api.delete("/v1.0/conferencecalls/" + loud + "/mute").status()).isEqualTo(200);
    assertHears(anna, BERT, CARL);
    assertThat(mute(loud, "mute", UUID.randomUUID().toString())).isEqualTo(400);
  }

  @Test
  void whoIsKickedLeavesAndGoesOnWithItsFlow() {
    String id = conference();
    Call anna = joined(id, "moderator", false, ANNA);
    Account account = office.extension();
    SoftPhone phone = office.phone(account).register();
    String call = api.call(account.user(), join(id, "participant", false), GONE);
    Call bert = phone.expectCall().answer();
    bert.media().sayTone(BERT);
    assertHears(anna, BERT);
    String stay = stay(id, "participant", false);

    JsonObject kicked = api.delete("/v1.0/conferencecalls/" + stay).expect(200).object();

    assertThat(kicked.getString("status")).isEqualTo("leaved");
    assertThat(kicked.getString("reference_id")).isEqualTo(call);
    assertHears(anna);
    assertHears(bert);
    api.awaitCall(
        call, c -> c.getJsonObject("action").getString("type").equals("sleep"), "on", PATIENCE);
    assertThat(bert.ended()).isFalse();
    assertThat(api.delete("/v1.0/conferencecalls/" + stay).status()).isEqualTo(409);
  }

  @Test
  void isOverForAllWhenItIsDeleted() {
    String id = conference();
    Call anna = joined(id, "moderator", false, ANNA);
    Call bert = joined(id, "participant", false, BERT);
    assertHears(anna, BERT);

    JsonObject deleted = api.delete("/v1.0/conferences/" + id).expect(200).object();

    assertThat(deleted.getString("status")).isEqualTo("terminating");
    anna.awaitEnd();
    bert.awaitEnd();
    assertThat(api.get("/v1.0/conferences/" + id).status()).isEqualTo(404);
    String late = api.call(office.registered().account().user(), join(id, "", false));
    assertThat(late).isNotEmpty();
  }

  @Test
  void isMadeWhenTheFirstPartyJoinsOrDialsIt() {
    String joined = UUID.randomUUID().toString();
    joined(joined, "participant", false, ANNA);
    Platform.await("the conference", PATIENCE, () -> exists(joined));
    String dialled = UUID.randomUUID().toString();
    Call bert = dialledIn(dialled, BERT);
    Call carl = dialledIn(dialled, CARL);

    assertHears(bert, CARL);
    assertHears(carl, BERT);
    awaitCount(dialled, 2);
  }

  @Test
  void showsItselfAsTheSeedUnderV1AndAsTheContractUnderV10() {
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "Weekly Team Sync")
            .add("customer_id", api.customerId())
            .build();
    JsonObject made = api.post("/v1/conferences", body).expect(200).object();

    assertThat(made.getString("name")).isEqualTo("Weekly Team Sync");
    assertThat(made.getString("status")).isEqualTo("active");
    assertThat(made.getInt("participant_count")).isZero();
    assertThat(shown(made.getString("id")).getString("status")).isEqualTo("progressing");
    JsonObject foreign =
        Json.createObjectBuilder(body).add("customer_id", UUID.randomUUID().toString()).build();
    assertThat(api.post("/v1/conferences", foreign).expect(400).object().toString())
        .contains("customer_id");
    JsonObject changed =
        api.put(
                "/v1.0/conferences/" + made.getString("id"),
                Json.createObjectBuilder().add("detail", "on Mondays").add("timeout", 30).build())
            .expect(200)
            .object();
    assertThat(changed.getString("name")).isEqualTo("Weekly Team Sync");
    assertThat(changed.getInt("timeout")).isEqualTo(86_400);
    String hash = changed.getString("direct_hash");
    assertThat(hash).matches("[0-9a-f]{12}");
    JsonObject again =
        api.post("/v1.0/conferences/" + made.getString("id") + "/direct-hash-regenerate")
            .expect(200)
            .object();
    assertThat(again.getString("direct_hash")).matches("[0-9a-f]{12}").isNotEqualTo(hash);
    try (Office other = Office.open()) {
      assertThat(other.api().get("/v1.0/conferences/" + made.getString("id")).status())
          .isEqualTo(404);
    }
  }

  @Test
  void runsTheFlowsOfItsPartiesBeforeAndAfter() {
    String before = flow("variable_set", "{'key':'seat','value':'7'}");
    String after = flow("variable_set", "{'key':'bye','value':'${seat}'}");
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "with flows")
            .add("pre_flow_id", before)
            .add("post_flow_id", after)
            .build();
    String id = api.post("/v1.0/conferences", body).expect(200).object().getString("id");
    Account account = office.extension();
    SoftPhone phone = office.phone(account).register();
    String call = api.call(account.user(), join(id, "participant", false), GONE);
    Call bert = phone.expectCall().answer();
    awaitCount(id, 1);
    assertThat(variables(call).getString("seat")).isEqualTo("7");

    api.delete("/v1.0/conferencecalls/" + stay(id, "participant", false)).expect(200);

    api.awaitCall(
        call, c -> c.getJsonObject("action").getString("type").equals("sleep"), "on", PATIENCE);
    assertThat(variables(call).getString("bye")).isEqualTo("7");
    bert.hangUp();
  }

  private JsonObject variables(String call) {
    String activeflow = api.callState(call).getString("activeflow_id");
    return api.get("/v1.0/activeflows/" + activeflow)
        .expect(200)
        .object()
        .getJsonObject("variables");
  }

  private String flow(String type, String option) {
    JsonObject action =
        action(type, Json.createReader(new StringReader(option.replace('\'', '"'))).readObject());
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "f")
            .add("actions", Json.createArrayBuilder().add(action))
            .build();
    return api.post("/v1.0/flows", body).expect(200).object().getString("id");
  }

  private String conference() {
    JsonObject body = Json.createObjectBuilder().add("name", "Weekly Team Sync").build();
    return api.post("/v1.0/conferences", body).expect(200).object().getString("id");
  }

  private static JsonObject join(String conference, String role, boolean muted) {
    return action(
        "conference_join",
        Json.createObjectBuilder()
            .add("conference_id", conference)
            .add("role", role)
            .add("mute_on_join", muted)
            .build());
  }

  /** A party that is called by the platform. */
  private Call joined(String conference, String role, boolean muted, double tone) {
    SoftPhone phone = office.registered();
    api.call(phone.account().user(), join(conference, role, muted));
    Call call = phone.expectCall().answer();
    call.media().sayTone(tone);
    return call;
  }

  /** A party that calls. */
  private Call dialledIn(String conference, double tone) {
    SoftPhone phone = office.registered();
    Call call = phone.dial("sip:conference%3A" + conference + "@" + office.domain()).expectAnswer();
    call.media().sayTone(tone);
    return call;
  }

  private JsonObject shown(String id) {
    return api.get("/v1.0/conferences/" + id).expect(200).object();
  }

  private boolean exists(String id) {
    return api.get("/v1.0/conferences/" + id).status() == 200;
  }

  private void awaitCount(String id, int count) {
    Platform.await(
        count + " parties",
        PATIENCE,
        () -> exists(id) && shown(id).getInt("participant_count") == count);
  }

  /** The id of the one party of this role that is there and muted or not. */
  private String stay(String conference, String role, boolean muted) {
    List<String> found =
        api.get("/v1.0/conferencecalls?conference_id=" + conference).expect(200).result().stream()
            .map(stay -> stay.asJsonObject())
            .filter(stay -> stay.getString("role").equals(role))
            .filter(stay -> stay.getString("status").equals("joined"))
            .filter(stay -> stay.getBoolean("muted") == muted)
            .map(stay -> stay.getString("id"))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private int mute(String stay, String what, String actor) {
    JsonObject body = Json.createObjectBuilder().add("actor_id", actor).build();
    return api.post("/v1.0/conferencecalls/" + stay + "/" + what, body).status();
  }
}
