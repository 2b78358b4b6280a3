package org.tandemvoice.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /queues}, {@code /queuecalls} and queue_join: waiting, service, timeouts, kicks. */
@PlatformTest
class QueuesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();
  private final QueueTenant tenant = new QueueTenant(office);

  @Test
  void keepsWhatSeedsAndContractSay() {
    String flow = api.post("/v1.0/flows", of("{'name':'voicemail'}")).object().getString("id");
    JsonObject made = tenant.queue(",'timeout':30000,'routing_method':'random'");
    String path = "/v1.0/queues/" + made.getString("id");

    assertThat(made.getInt("wait_timeout")).isEqualTo(30_000);
    assertThat(made.getString("timeout_action")).isEqualTo("hangup");
    assertThat(made.getInt("available_agents")).isZero();
    assertThat(made.getInt("waiting_calls")).isZero();
    assertThat(made.getString("direct_hash")).matches("[0-9a-f]{12}");
    JsonObject changed =
        api.put(path, of("{'timeout':300000,'timeout_flow_id':'%s'}", flow)).expect(200).object();
    assertThat(changed.getInt("timeout")).isEqualTo(300_000);
    assertThat(changed.getString("timeout_flow_id")).isEqualTo(flow);
    assertThat(changed.getString("routing_method")).isEqualTo("random");
    assertThat(
            api.put(path + "/routing_method", of("{'routing_method':'linear'}"))
                .expect(200)
                .object()
                .getString("routing_method"))
        .isEqualTo("linear");
    assertThat(
            api.post(path + "/direct-hash-regenerate")
                .expect(200)
                .object()
                .getString("direct_hash"))
        .isNotEqualTo(made.getString("direct_hash"));
    assertThat(api.get("/v1.0/queues").expect(200).result()).hasSize(1);
    assertThat(Office.open().api().get(path).status()).isEqualTo(404);
    api.delete(path).expect(200);
    api.get(path).expect(404);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'routing_method':'x'}                                    | routing_method",
        "{'timeout':-1}                                            | timeout",
        "{'wait_timeout':'soon'}                                   | wait_timeout",
        "{'timeout_action':'dance'}                                | timeout_action",
        "{'tag_ids':['00000000-0000-0000-0000-000000000001']}      | tag_ids[0]",
      })
  void refusesWhatIsWrong(String body, String field) {
    assertThat(api.post("/v1.0/queues", of(body)).expect(400).body())
        .contains("\"field\":\"" + field + "\"");
  }

  @Test
  void aCallerWaitsWithMusicUntilAnAgentOfTheTagTakesIt() {
    String tag = api.post("/v1.0/tags", of("{'name':'sales'}")).object().getString("id");
    JsonObject queue = tenant.queue(",'tag_ids':['" + tag + "']");
    SoftPhone desk = office.registered();
    SoftPhone other = office.registered();
    String agent = tenant.agent(desk, tag);
    tenant.available(tenant.agent(other));
    SoftPhone caller = office.registered();

    Call waiting = tenant.join(caller, queue);
    JsonObject state = tenant.state(queue);
    assertThat(state.getInt("waiting_calls")).isEqualTo(1);
    assertThat(state.getInt("available_agents")).isZero();
    String id = state.getJsonArray("wait_queuecall_ids").getString(0);
    assertThat(tenant.queuecall(id).getInt("position")).isEqualTo(1);
    Platform.await("music", PATIENCE, () -> waiting.media().heard().audible().toMillis() > 300);
    tenant.available(agent);
    IncomingCall ringing = desk.expectCall().ring();
    assertThat(ringing.caller().user()).isEqualTo(caller.account().user());
    assertThat(tenant.status(agent)).isEqualTo("ringing");
    assertThat(tenant.awaitQueuecall(id, "connecting").getString("service_agent_id"))
        .isEqualTo(agent);
    Call talk = ringing.answer();

    talk.media().sayTone(1000);
    waiting.media().sayTone(440);
    waiting.media().awaitTone(1000, Duration.ofMillis(300), PATIENCE);
    talk.media().awaitTone(440, Duration.ofMillis(300), PATIENCE);
    assertThat(tenant.status(agent)).isEqualTo("busy");
    JsonObject serving = tenant.state(queue);
    assertThat(serving.getInt("waiting_calls")).isZero();
    assertThat(serving.getJsonArray("service_queuecall_ids").getValuesAs(JsonString.class))
        .extracting(JsonString::getString)
        .containsExactly(id);
    talk.hangUp();
    waiting.awaitEnd();
    JsonObject done = tenant.awaitQueuecall(id, "done");
    assertThat(done.getString("service_agent_id")).isEqualTo(agent);
    assertThat(done.getString("end_reason")).isEqualTo("served");
    JsonObject after = tenant.state(queue);
    assertThat(after.getInt("total_serviced_count")).isEqualTo(1);
    assertThat(after.getInt("total_incoming_count")).isEqualTo(1);
    assertThat(tenant.status(agent)).isEqualTo("busy");
    other.expectNoCall(Duration.ofMillis(100));
    assertThat(api.get("/v1.0/agents?queue_id=" + queue.getString("id")).expect(200).result())
        .hasSize(1);
  }

  /** Neither always the first, as linear would, nor by turns, as the longest idle would. */
  @Test
  void aRandomQueueAsksItsAgentsInNoOrder() {
    JsonObject queue = tenant.queue(",'routing_method':'random'");
    SoftPhone firstDesk = office.registered();
    SoftPhone secondDesk = office.registered();
    List<String> agents = List.of(tenant.agent(firstDesk), tenant.agent(secondDesk));
    List<SoftPhone> asked = new CopyOnWriteArrayList<>();
    List.of(firstDesk, secondDesk)
        .forEach(
            desk ->
                desk.whenCalled(
                    call -> {
                      asked.add(desk);
                      CompletableFuture.runAsync(() -> call.answer().hangUp());
                    }));
    SoftPhone caller = office.registered();

    for (int round = 0; round < 20 && !isInNoOrder(asked, firstDesk); round++) {
      agents.forEach(tenant::available);
      tenant.join(caller, queue).awaitEnd();
    }

    assertThat(isInNoOrder(asked, firstDesk)).as("%s", asked).isTrue();
  }

  private static boolean isInNoOrder(List<SoftPhone> asked, SoftPhone first) {
    boolean isLinear = asked.stream().allMatch(first::equals);
    boolean isByTurns =
        IntStream.range(1, asked.size()).noneMatch(i -> asked.get(i) == asked.get(i - 1));
    return !isLinear && !isByTurns;
  }

  @Test
  void aLinearQueueAsksItsAgentsInTheOrderInWhichTheyWereMade() {
    JsonObject queue = tenant.queue(",'routing_method':'linear'");
    SoftPhone firstDesk = office.registered();
    SoftPhone secondDesk = office.registered();
    String first = tenant.agent(firstDesk);
    tenant.available(tenant.agent(secondDesk));
    tenant.available(first);

    for (int round = 0; round < 2; round++) {
      Call waiting = tenant.join(office.registered(), queue);
      firstDesk.expectCall(PATIENCE).answer().hangUp();
      waiting.awaitEnd();
      tenant.available(first);
    }
    Call waiting = tenant.join(office.registered(), queue);
    firstDesk.expectCall(PATIENCE).reject(486);
    secondDesk.expectCall(PATIENCE).answer().hangUp();
    waiting.awaitEnd();
  }

  @Test
  void nobodyLosesItsPlaceBecauseAnAgentDoesNotAnswer() {
    JsonObject queue = tenant.queue(",'ring_timeout':1000");
    SoftPhone firstDesk = office.registered();
    SoftPhone secondDesk = office.registered();
    String first = tenant.agent(firstDesk);
    String second = tenant.agent(secondDesk);
    tenant.available(first);
    tenant.available(second);

    SoftPhone anna = office.registered();
    Call annaWaits = tenant.join(anna, queue);
    // the one that has been idle longest
    firstDesk.expectCall().reject(486);
    IncomingCall ignored = secondDesk.expectCall().ring();
    assertThat(ignored.caller().user()).isEqualTo(anna.account().user());
    Call bertWaits = tenant.join(office.registered(), queue);
    ignored.awaitCancel();
    assertThat(tenant.state(queue).getInt("waiting_calls")).isEqualTo(2);
    IncomingCall again = firstDesk.expectCall(PATIENCE).ring();
    assertThat(again.caller().user()).isEqualTo(anna.account().user());
    Call talk = again.answer();
    secondDesk.expectCall(PATIENCE).answer().hangUp();
    bertWaits.awaitEnd();
    talk.hangUp();
    annaWaits.awaitEnd();
    assertThat(tenant.state(queue).getInt("total_serviced_count")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"hangup,false", "continue,true"})
  void whoWaitsTooLongGetsTheTimeoutAction(String action, boolean goesOn) {
    JsonObject queue = tenant.queue(",'timeout':1000,'timeout_action':'" + action + "'");
    SoftPhone caller = office.registered();

    String call = joinThen(caller, queue, "after");

    JsonObject gone =
        tenant.awaitQueuecall(tenant.queuecalls().get(0).getString("id"), "abandoned");
    assertThat(gone.getString("end_reason")).isEqualTo("timeout");
    assertThat(gone.getInt("duration_waiting")).isBetween(900, 4000);
    assertGoesOn(call, goesOn);
  }

  @Test
  void whoWaitsTooLongRunsTheTimeoutFlowEvenWhileAnAgentRings() {
    String flow =
        api.post(
                "/v1.0/flows",
                of(
                    "{'name':'voicemail','actions':[{'id':'voicemail','type':'sleep',"
                        + "'option':{'duration':500}}]}"))
            .expect(200)
            .object()
            .getString("id");
    JsonObject queue = tenant.queue(",'wait_timeout':1500,'timeout_flow_id':'" + flow + "'");
    SoftPhone desk = office.registered();
    String agent = tenant.agent(desk);
    tenant.available(agent);
    SoftPhone caller = office.registered();

    String call = joinThen(caller, queue, "never");
    IncomingCall ringing = desk.expectCall().ring();
    ringing.awaitCancel();

    api.awaitCall(
        call,
        found -> found.getJsonObject("action").getString("id").equals("voicemail"),
        "in the timeout flow",
        PATIENCE);
    assertThat(api.awaitStatus(call, "hangup", PATIENCE).getJsonObject("action").getString("id"))
        .isEqualTo("voicemail");
    Platform.await("the agent", PATIENCE, () -> tenant.status(agent).equals("available"));
  }

  @Test
  void theWaitFlowIsHeardOverAndOverAndCutShortByTheAgent() {
    String flow =
        api.post(
                "/v1.0/flows",
                of(
                    "{'name':'wait','actions':[{'id':'w','type':'sleep','option':{'duration':1100}}]}"))
            .expect(200)
            .object()
            .getString("id");
    JsonObject queue = tenant.queue(",'wait_flow_id':'" + flow + "'");
    SoftPhone desk = office.registered();
    String agent = tenant.agent(desk);
    SoftPhone caller = office.registered();

    String call = joinThen(caller, queue, "after");
    String activeflow = api.callState(call).getString("activeflow_id");
    Platform.await(
        "the second round",
        PATIENCE,
        () -> api.get("/v1.0/activeflows/" + activeflow).object().getInt("executed_count") >= 3);
    tenant.available(agent);
    desk.expectCall().answer().hangUp();

    assertGoesOn(call, true);
  }

  @Test
  void aKickedCallerGoesOnAndOneThatHangsUpIsGone() {
    JsonObject queue = tenant.queue("");
    SoftPhone first = office.registered();
    SoftPhone second = office.registered();
    SoftPhone third = office.registered();
    String kicked = joinThen(first, queue, "after");
    String byCall = joinThen(second, queue, "after");
    Call leaving = tenant.join(third, queue);
    var all = tenant.queuecalls();
    assertThat(all).hasSize(3);
    assertThat(all.get(0).getInt("position")).isEqualTo(3);

    leaving.hangUp();
    assertThat(
            tenant.awaitQueuecall(all.get(0).getString("id"), "abandoned").getString("end_reason"))
        .isEqualTo("hangup");
    String path = "/v1.0/queuecalls/" + all.get(2).getString("id");
    api.post(path + "/kick").expect(200);
    api.post(path + "/kick").expect(409);
    api.post("/v1.0/queuecalls/reference_id/" + byCall + "/kick").expect(200);
    assertGoesOn(kicked, true);
    assertGoesOn(byCall, true);
    JsonObject state = tenant.state(queue);
    assertThat(state.getInt("waiting_calls")).isZero();
    assertThat(state.getInt("total_abandoned_count")).isEqualTo(3);
    api.delete(path).expect(200);
    api.get(path).expect(404);
  }

  @Test
  void serviceHasItsLimit() {
    JsonObject queue = tenant.queue(",'service_timeout':1000");
    SoftPhone desk = office.registered();
    tenant.available(tenant.agent(desk));
    Call waiting = tenant.join(office.registered(), queue);

    Call talk = desk.expectCall().answer();

    talk.awaitEnd();
    waiting.awaitEnd();
    assertThat(tenant.queuecalls().get(0).getString("status")).isEqualTo("done");
  }

  /** Calls the phone, which joins the queue and then does a named action. */
  private String joinThen(SoftPhone phone, JsonObject queue, String next) {
    String call =
        api.call(
            phone.account().user(),
            of("{'type':'queue_join','option':{'queue_id':'%s'}}", queue.getString("id")),
            of("{'id':'%s','type':'sleep','option':{'duration':1000}}", next));
    phone.expectCall().answer();
    Platform.await(
        "the caller in the queue",
        PATIENCE,
        () ->
            tenant.queuecalls().stream()
                .anyMatch(found -> found.getString("reference_id").equals(call)));
    return call;
  }

  private void assertGoesOn(String call, boolean goesOn) {
    String last = api.awaitStatus(call, "hangup", PATIENCE).getJsonObject("action").getString("id");
    assertThat(last.equals("after")).isEqualTo(goesOn);
  }
}
