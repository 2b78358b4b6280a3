package org.tandemvoice.groupcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /groupcalls}, agents that are called, and connect to several: who rings, who wins. */
@PlatformTest
class GroupcallsIT {

  private static final String GROUPCALLS = "/v1.0/groupcalls";
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final String WAIT =
      "'actions':[{'type':'answer'},{'type':'sleep','option':{'duration':60000}}]";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration NOTHING = Duration.ofMillis(400);

  private Office office;
  private ApiClient api;

  @BeforeEach
  void open() {
    office = Office.open();
    api = office.api();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void ringsAllAndTheFirstAnswerWins() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();
    SoftPhone three = office.registered();

    JsonObject made =
        api.post(
                GROUPCALLS,
                of(
                    "{'source':{'type':'extension','target':'api'},'destinations':[%s,%s,%s],%s}",
                    endpoint(one), endpoint(two), endpoint(three), WAIT))
            .expect(200)
            .object();

    assertThat(made.getString("ring_method")).isEmpty();
    assertThat(made.getString("answer_method")).isEmpty();
    assertThat(made.getString("answer_call_id")).isEqualTo(NIL);
    assertThat(made.getString("status")).isEqualTo("progressing");
    assertThat(made.getJsonArray("call_ids")).hasSize(3);
    assertThat(made.getInt("call_count")).isEqualTo(3);
    assertThat(made.getJsonArray("destinations").getJsonObject(0).getString("type"))
        .isEqualTo("endpoint");
    IncomingCall first = one.expectCall().ring();
    IncomingCall second = two.expectCall().ring();
    IncomingCall third = three.expectCall().ring();
    Call talk = second.answer();
    first.awaitCancel();
    third.awaitCancel();

    JsonObject answered = awaitAnswer(made);
    String winner = made.getJsonArray("call_ids").getString(1);
    assertThat(answered.getString("answer_call_id")).isEqualTo(winner);
    assertThat(api.callState(winner).getString("groupcall_id")).isEqualTo(made.getString("id"));
    assertThat(api.awaitStatus(callId(made, 0), "hangup", PATIENCE).getString("hangup_reason"))
        .isEqualTo("cancel");
    talk.hangUp();
    assertThat(awaitEnd(made).getString("answer_call_id")).isEqualTo(winner);
    assertThat(api.get(GROUPCALLS).expect(200).result()).hasSize(1);
    assertThat(Office.open().api().get(path(made)).status()).isEqualTo(404);
    api.delete(path(made)).expect(200);
    api.get(path(made)).expect(404);
    assertThat(api.get(GROUPCALLS).expect(200).result()).isEmpty();
  }

  @Test
  void ringsInTurnUntilOneAnswersEachAsLongAsItMay() {
    SoftPhone busy = office.registered();
    SoftPhone absent = office.registered();
    SoftPhone here = office.registered();
    SoftPhone never = office.registered();

    JsonObject made =
        group(
            "'ring_method':'linear'",
            extension(busy),
            "{'type':'extension','target':'" + user(absent) + "','dial_timeout':1000}",
            extension(here),
            extension(never));

    assertThat(made.getJsonArray("call_ids")).hasSize(1);
    absent.expectNoCall(NOTHING);
    busy.expectCall().reject(486);
    IncomingCall ignored = absent.expectCall().ring();
    here.expectNoCall(NOTHING);
    ignored.awaitCancel();
    Call talk = here.expectCall().ring().answer();
    JsonObject answered = awaitAnswer(made);
    assertThat(answered.getJsonArray("call_ids")).hasSize(3);
    assertThat(answered.getInt("dial_index")).isEqualTo(2);
    assertThat(reason(callId(answered, 0))).isEqualTo("busy");
    assertThat(reason(callId(answered, 1))).isEqualTo("dialout");
    assertThat(answered.getString("answer_call_id")).isEqualTo(callId(answered, 2));
    talk.hangUp();
    awaitEnd(made);
    never.expectNoCall(NOTHING);
  }

  @Test
  void endsWhenNobodyAnswers() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();

    JsonObject made = group("'dial_timeout':1000", extension(one), extension(two));
    IncomingCall first = one.expectCall().ring();
    two.expectCall().ring().awaitCancel();
    first.awaitCancel();

    JsonObject ended = awaitEnd(made);
    assertThat(ended.getString("answer_call_id")).isEqualTo(NIL);
    assertThat(ended.getInt("call_count")).isZero();
    assertThat(reason(callId(ended, 0))).isEqualTo("dialout");
    assertThat(reason(callId(ended, 1))).isEqualTo("dialout");
    api.post(path(made) + "/hangup").expect(409);
  }

  @Test
  void aNestedAnswerIsAnAnswerAtEveryLevelAndRunsTheFlowOfItsGroup() {
    SoftPhone outer = office.registered();
    SoftPhone middle = office.registered();
    SoftPhone first = office.registered();
    SoftPhone second = office.registered();
    String inner =
        "{'type':'groupcall','ring_method':'linear','destinations':[%s,%s],"
            + "'actions':[{'id':'own','type':'sleep','option':{'duration':60000}}]}";

    JsonObject made =
        group(
            "'ring_method':'ring_all'",
            extension(outer),
            "{'type':'groupcall','ring_method':'ring_all','destinations':["
                + extension(middle)
                + ","
                + String.format(inner, extension(first), extension(second))
                + "]}");

    IncomingCall outerRings = outer.expectCall().ring();
    IncomingCall middleRings = middle.expectCall().ring();
    first.expectCall().reject(603);
    Call talk = second.expectCall().answer();
    outerRings.awaitCancel();
    middleRings.awaitCancel();

    JsonObject root = awaitAnswer(made);
    JsonObject child = nested(root);
    JsonObject grandchild = nested(child);
    String winner = grandchild.getString("answer_call_id");
    assertThat(child.getString("master_groupcall_id")).isEqualTo(root.getString("id"));
    assertThat(root.getString("answer_groupcall_id")).isEqualTo(child.getString("id"));
    assertThat(child.getString("answer_groupcall_id")).isEqualTo(grandchild.getString("id"));
    assertThat(grandchild.getString("answer_groupcall_id")).isEqualTo(NIL);
    assertThat(List.of(root.getString("answer_call_id"), child.getString("answer_call_id")))
        .containsOnly(winner);
    assertThat(winner).isEqualTo(callId(grandchild, 1));
    assertThat(
            api.awaitCall(
                    winner,
                    call -> call.getJsonObject("action").getString("id").equals("own"),
                    "running its own flow",
                    PATIENCE)
                .getString("status"))
        .isEqualTo("progressing");
    talk.hangUp();
    awaitEnd(made);
    awaitEnd(child);
    awaitEnd(grandchild);
  }

  @Test
  void hangsUpAtEveryLevel() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();
    SoftPhone never = office.registered();
    JsonObject made =
        group(
            "'answer_method':'hangup_others'",
            extension(one),
            "{'type':'groupcall','ring_method':'linear','destinations':["
                + extension(two)
                + ","
                + extension(never)
                + "]}");
    IncomingCall first = one.expectCall().ring();
    IncomingCall second = two.expectCall().ring();

    assertThat(api.post(path(made) + "/hangup").expect(200).object().getString("status"))
        .isEqualTo("hangingup");

    first.awaitCancel();
    second.awaitCancel();
    awaitEnd(made);
    never.expectNoCall(NOTHING);
  }

  @Test
  void anEarlierGroupcallMayBeNamedByItsId() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();
    JsonObject earlier = group("'ring_method':'ring_all'", extension(one), extension(two));
    one.expectCall().reject(486);
    two.expectCall().reject(486);
    awaitEnd(earlier);

    JsonObject made =
        group(
            "'ring_method':'ring_all'",
            "{'type':'groupcall','target':'" + earlier.getString("id") + "'}");

    one.expectCall().reject(486);
    two.expectCall().answer().hangUp();
    awaitEnd(made);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'destinations':[]}                                                        | destinations",
        "{'destinations':[{'target':'nobody'}]}                                     |"
            + " destinations[0].target",
        "{'destinations':[{'type':'agent','target':'x'}]}                           |"
            + " destinations[0].target",
        "{'destinations':[{'type':'agent','target':'00000000-0000-0000-0000-000000000001'}]} |"
            + " destinations[0].target",
        "{'destinations':[{'type':'groupcall','target':'x'}]}                       |"
            + " destinations[0].destinations",
        "{'destinations':[{'type':'groupcall','destinations':[{'type':'tel','target':'1'}]}]} |"
            + " destinations[0].destinations[0].target",
        "{'destinations':[{'type':'sip','target':'a@192.0.2.1','dial_timeout':1}]}  |"
            + " destinations[0].dial_timeout",
        "{'destinations':[{'type':'sip','target':'a@192.0.2.1'}],'ring_method':'x'} | ring_method",
        "{'destinations':[{'type':'sip','target':'a@192.0.2.1'}],'answer_method':'x'} |"
            + " answer_method",
        "{'destinations':[{'type':'sip','target':'a@192.0.2.1'}],'source':{'type':'tel','target':'+15550000001'}}"
            + " | source.target",
      })
  void refusesWhatCouldNotRing(String body, String field) {
    assertThat(api.post(GROUPCALLS, of(body)).expect(400).body())
        .contains("\"field\":\"" + field + "\"");
    assertThat(api.get(GROUPCALLS).expect(200).result()).isEmpty();
  }

  @Test
  void anAgentRingsAtAllItsAddressesAndItsStatusFollows() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = agent("ringall", desk, mobile);
    setStatus(agent, "available");

    JsonObject made = group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    IncomingCall deskRings = desk.expectCall().ring();
    IncomingCall mobileRings = mobile.expectCall().ring();
    assertThat(status(agent)).isEqualTo("ringing");
    Call talk = mobileRings.answer();
    deskRings.awaitCancel();
    JsonObject root = awaitAnswer(made);
    assertThat(status(agent)).isEqualTo("busy");
    JsonObject child = nested(root);
    assertThat(child.getString("owner_type")).isEqualTo("agent");
    assertThat(child.getString("owner_id")).isEqualTo(agent);
    assertThat(api.callState(root.getString("answer_call_id")).getString("owner_id"))
        .isEqualTo(agent);
    talk.hangUp();
    awaitEnd(made);
    // seed 003: an agent says itself that it takes calls again
    assertThat(status(agent)).isEqualTo("busy");
  }

  @Test
  void anAgentThatDoesNotAnswerIsAvailableAgain() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = agent("linear", desk, mobile);
    setStatus(agent, "available");

    JsonObject made = group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    mobile.expectNoCall(NOTHING);
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    awaitEnd(made);

    assertThat(status(agent)).isEqualTo("available");
    setStatus(agent, "away");
    JsonObject again = group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    awaitEnd(again);
    assertThat(status(agent)).isEqualTo("away");
  }

  @Test
  void connectRingsAgentsInTurnAndJoinsTheOneThatAnswers() {
    SoftPhone caller = office.registered();
    SoftPhone desk = office.registered();
    SoftPhone other = office.registered();
    String absent = agent("ringall", desk);
    String here = agent("ringall", other);
    String actions =
        String.format(
            "'actions':[{'type':'connect','option':{'ring_method':'linear','destinations':["
                + "{'type':'agent','target':'%s'},{'type':'agent','target':'%s'}]}}]",
            absent, here);

    api.post("/v1.0/calls", of("{'destinations':[%s],%s}", extension(caller), actions)).expect(200);
    Call talk = caller.expectCall().answer();
    other.expectNoCall(NOTHING);
    desk.expectCall().reject(603);
    Call party = other.expectCall().answer();

    talk.media().sayTone(440);
    party.media().sayTone(1000);
    party.media().awaitTone(440, Duration.ofMillis(300), PATIENCE);
    talk.media().awaitTone(1000, Duration.ofMillis(300), PATIENCE);
    party.hangUp();
    talk.awaitEnd();
  }

  @Test
  void connectGoesOnWhenNobodyCanEvenBeRung() {
    SoftPhone caller = office.registered();
    String homeless = agent("ringall");

    api.post(
            "/v1.0/calls",
            of(
                "{'destinations':[%s],'actions':[{'type':'connect','option':{'destinations':"
                    + "[{'type':'agent','target':'%s'}]}}]}",
                extension(caller), homeless))
        .expect(200);

    caller.expectCall().answer().awaitEnd();
  }

  @Test
  void callsToAgentsAndExtensionsAreGroupcallsForNewerClients() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = agent("ringall", desk, mobile);
    JsonObject order =
        of(
            "{'destinations':[{'type':'agent','target':'%s'},{'type':'sip','target':'x@127.0.0.1:9'}],%s}",
            agent, WAIT);

    var documented = api.post("/v1.0/calls", order).expect(200).array();
    assertThat(documented).hasSize(3);
    IncomingCall ringing = desk.expectCall().ring();
    Call talk = mobile.expectCall().answer();
    ringing.awaitCancel();
    talk.hangUp();

    String key =
        api.post("/v1.0/accesskeys", of("{'expire':86400,'api_version':'2026-08'}"))
            .expect(200)
            .object()
            .getString("token");
    JsonObject grouped =
        office
            .platform()
            .anonymous()
            .withAccessKey(key)
            .post("/v1.0/calls", order)
            .expect(200)
            .object();
    assertThat(grouped.getJsonArray("calls")).hasSize(1);
    assertThat(grouped.getJsonArray("groupcalls")).hasSize(1);
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    awaitEnd(grouped.getJsonArray("groupcalls").getJsonObject(0));
  }

  private JsonObject group(String fields, String... destinations) {
    String body =
        String.format(
            "{'source':{'type':'extension','target':'api'},'destinations':[%s],%s,%s}",
            String.join(",", destinations), fields, WAIT);
    return api.post(GROUPCALLS, of(body)).expect(200).object();
  }

  private String agent(String ringMethod, SoftPhone... phones) {
    List<String> addresses = List.of(phones).stream().map(GroupcallsIT::extension).toList();
    return api.post(
            "/v1.0/agents",
            of(
                "{'username':'%s','password':'secret','ring_method':'%s','addresses':[%s]}",
                "agent-" + UUID.randomUUID(), ringMethod, String.join(",", addresses)))
        .expect(201)
        .object()
        .getString("id");
  }

  private void setStatus(String agent, String status) {
    api.put("/v1.0/agents/" + agent + "/status", of("{'status':'%s'}", status)).expect(200);
  }

  private String status(String agent) {
    return api.get("/v1.0/agents/" + agent).expect(200).object().getString("status");
  }

  private JsonObject awaitAnswer(JsonObject group) {
    return await(group, "an answer", found -> !found.getString("answer_call_id").equals(NIL));
  }

  private JsonObject awaitEnd(JsonObject group) {
    return await(group, "the end", found -> found.getString("status").equals("hangup"));
  }

  private JsonObject await(JsonObject group, String what, Predicate<JsonObject> wanted) {
    Platform.await(
        what + " of " + group, PATIENCE, () -> wanted.test(api.get(path(group)).object()));
    return api.get(path(group)).object();
  }

  private JsonObject nested(JsonObject group) {
    JsonString id = group.getJsonArray("groupcall_ids").getValuesAs(JsonString.class).get(0);
    return api.get(GROUPCALLS + "/" + id.getString()).expect(200).object();
  }

  private String reason(String call) {
    return api.awaitStatus(call, "hangup", PATIENCE).getString("hangup_reason");
  }

  private static String path(JsonObject group) {
    return GROUPCALLS + "/" + group.getString("id");
  }

  private static String callId(JsonObject group, int index) {
    return group.getJsonArray("call_ids").getString(index);
  }

  private static String user(SoftPhone phone) {
    return phone.account().user();
  }

  private static String extension(SoftPhone phone) {
    return "{'type':'extension','target':'" + user(phone) + "'}";
  }

  private static String endpoint(SoftPhone phone) {
    Account account = phone.account();
    return "{'type':'endpoint','target':'" + account.user() + "@" + account.domain() + "'}";
  }
}
