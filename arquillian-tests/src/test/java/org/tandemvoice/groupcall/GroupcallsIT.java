package org.tandemvoice.groupcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** {@code /groupcalls}: who rings, who wins, and what becomes of the others. */
@PlatformTest
class GroupcallsIT {

  private static final String GROUPCALLS = "/v1.0/groupcalls";
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration NOTHING = Duration.ofMillis(400);

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();
  private final GroupTenant tenant = new GroupTenant(office);

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
                    GroupTenant.endpoint(one),
                    GroupTenant.endpoint(two),
                    GroupTenant.endpoint(three),
                    GroupTenant.WAIT))
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

    JsonObject answered = tenant.awaitAnswer(made);
    String winner = made.getJsonArray("call_ids").getString(1);
    assertThat(answered.getString("answer_call_id")).isEqualTo(winner);
    assertThat(api.callState(winner).getString("groupcall_id")).isEqualTo(made.getString("id"));
    assertThat(
            api.awaitStatus(GroupTenant.callId(made, 0), "hangup", PATIENCE)
                .getString("hangup_reason"))
        .isEqualTo("cancel");
    talk.hangUp();
    assertThat(tenant.awaitEnd(made).getString("answer_call_id")).isEqualTo(winner);
    assertThat(api.get(GROUPCALLS).expect(200).result()).hasSize(1);
    assertThat(Office.open().api().get(GroupTenant.path(made)).status()).isEqualTo(404);
    api.delete(GroupTenant.path(made)).expect(200);
    api.get(GroupTenant.path(made)).expect(404);
    assertThat(api.get(GROUPCALLS).expect(200).result()).isEmpty();
  }

  @Test
  void ringsInTurnUntilOneAnswersEachAsLongAsItMay() {
    SoftPhone busy = office.registered();
    SoftPhone absent = office.registered();
    SoftPhone here = office.registered();
    SoftPhone never = office.registered();

    JsonObject made =
        tenant.group(
            "'ring_method':'linear'",
            GroupTenant.extension(busy),
            "{'type':'extension','target':'" + GroupTenant.user(absent) + "','dial_timeout':1000}",
            GroupTenant.extension(here),
            GroupTenant.extension(never));

    assertThat(made.getJsonArray("call_ids")).hasSize(1);
    absent.expectNoCall(NOTHING);
    busy.expectCall().reject(486);
    IncomingCall ignored = absent.expectCall().ring();
    here.expectNoCall(NOTHING);
    ignored.awaitCancel();
    Call talk = here.expectCall().ring().answer();
    JsonObject answered = tenant.awaitAnswer(made);
    assertThat(answered.getJsonArray("call_ids")).hasSize(3);
    assertThat(answered.getInt("dial_index")).isEqualTo(2);
    assertThat(tenant.reason(GroupTenant.callId(answered, 0))).isEqualTo("busy");
    assertThat(tenant.reason(GroupTenant.callId(answered, 1))).isEqualTo("dialout");
    assertThat(answered.getString("answer_call_id")).isEqualTo(GroupTenant.callId(answered, 2));
    talk.hangUp();
    tenant.awaitEnd(made);
    never.expectNoCall(NOTHING);
  }

  @Test
  void endsWhenNobodyAnswers() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();

    JsonObject made =
        tenant.group("'dial_timeout':1000", GroupTenant.extension(one), GroupTenant.extension(two));
    IncomingCall first = one.expectCall().ring();
    two.expectCall().ring().awaitCancel();
    first.awaitCancel();

    JsonObject ended = tenant.awaitEnd(made);
    assertThat(ended.getString("answer_call_id")).isEqualTo(NIL);
    assertThat(ended.getInt("call_count")).isZero();
    assertThat(tenant.reason(GroupTenant.callId(ended, 0))).isEqualTo("dialout");
    assertThat(tenant.reason(GroupTenant.callId(ended, 1))).isEqualTo("dialout");
    api.post(GroupTenant.path(made) + "/hangup").expect(409);
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
        tenant.group(
            "'ring_method':'ring_all'",
            GroupTenant.extension(outer),
            "{'type':'groupcall','ring_method':'ring_all','destinations':["
                + GroupTenant.extension(middle)
                + ","
                + String.format(inner, GroupTenant.extension(first), GroupTenant.extension(second))
                + "]}");

    IncomingCall outerRings = outer.expectCall().ring();
    IncomingCall middleRings = middle.expectCall().ring();
    first.expectCall().reject(603);
    Call talk = second.expectCall().answer();
    outerRings.awaitCancel();
    middleRings.awaitCancel();

    JsonObject root = tenant.awaitAnswer(made);
    JsonObject child = tenant.nested(root);
    JsonObject grandchild = tenant.nested(child);
    String winner = grandchild.getString("answer_call_id");
    assertThat(child.getString("master_groupcall_id")).isEqualTo(root.getString("id"));
    assertThat(root.getString("answer_groupcall_id")).isEqualTo(child.getString("id"));
    assertThat(child.getString("answer_groupcall_id")).isEqualTo(grandchild.getString("id"));
    assertThat(grandchild.getString("answer_groupcall_id")).isEqualTo(NIL);
    assertThat(List.of(root.getString("answer_call_id"), child.getString("answer_call_id")))
        .containsOnly(winner);
    assertThat(winner).isEqualTo(GroupTenant.callId(grandchild, 1));
    assertThat(
            api.awaitCall(
                    winner,
                    call -> call.getJsonObject("action").getString("id").equals("own"),
                    "running its own flow",
                    PATIENCE)
                .getString("status"))
        .isEqualTo("progressing");
    talk.hangUp();
    tenant.awaitEnd(made);
    tenant.awaitEnd(child);
    tenant.awaitEnd(grandchild);
  }

  @Test
  void hangsUpAtEveryLevel() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();
    SoftPhone never = office.registered();
    JsonObject made =
        tenant.group(
            "'answer_method':'hangup_others'",
            GroupTenant.extension(one),
            "{'type':'groupcall','ring_method':'linear','destinations':["
                + GroupTenant.extension(two)
                + ","
                + GroupTenant.extension(never)
                + "]}");
    IncomingCall first = one.expectCall().ring();
    IncomingCall second = two.expectCall().ring();

    assertThat(
            api.post(GroupTenant.path(made) + "/hangup").expect(200).object().getString("status"))
        .isEqualTo("hangingup");

    first.awaitCancel();
    second.awaitCancel();
    tenant.awaitEnd(made);
    never.expectNoCall(NOTHING);
  }

  @Test
  void anEarlierGroupcallMayBeNamedByItsId() {
    SoftPhone one = office.registered();
    SoftPhone two = office.registered();
    JsonObject earlier =
        tenant.group(
            "'ring_method':'ring_all'", GroupTenant.extension(one), GroupTenant.extension(two));
    one.expectCall().reject(486);
    two.expectCall().reject(486);
    tenant.awaitEnd(earlier);

    JsonObject made =
        tenant.group(
            "'ring_method':'ring_all'",
            "{'type':'groupcall','target':'" + earlier.getString("id") + "'}");

    one.expectCall().reject(486);
    two.expectCall().answer().hangUp();
    tenant.awaitEnd(made);
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
}
