package org.tandemvoice.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Campaigns on the shared server: whom they call, when, how often, and how they end. */
@PlatformTest
class CampaignsIT {

  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final String QUICK = ",'dial_timeout':1000,'try_interval':100";
  private static final String AMD =
      ",'actions':[{'type':'amd','option':{'machine_handle':'hangup','timeout':3000}}]";

  @AutoClose private final Office office = Office.open();
  @AutoClose private final Crowd crowd = Crowd.gathered();
  private final CampaignTenant tenant = new CampaignTenant(office);

  private static List<String> results(List<JsonObject> tries) {
    return tries.stream()
        .map(one -> one.getString("result") + " " + one.getString("reason"))
        .toList();
  }

  @Test
  void triesEverybodyByThePlanAndStops() {
    JsonObject outdial = tenant.outdial();
    JsonObject answer = tenant.target(outdial, crowd.target("answer-1"));
    JsonObject busy = tenant.target(outdial, crowd.target("busy-1"));
    JsonObject machine = tenant.target(outdial, crowd.target("machine-1"));
    JsonObject silent = tenant.target(outdial, crowd.target("silent-1"));
    JsonObject second = tenant.target(outdial, crowd.target("busy-2", "answer-2"));
    JsonObject nobody =
        tenant.target(outdial, "'destination_0':{'type':'extension','target':'9999'}");
    JsonObject plan = tenant.outplan(QUICK + ",'max_try_count_0':2");
    JsonObject campaign = tenant.campaign(plan, outdial, ",'max_concurrent_calls':3" + AMD);

    tenant.turn(campaign, "run");
    tenant.await(campaign, "stop");

    assertThat(results(tenant.tries(campaign, answer))).containsExactly("success normal");
    assertThat(results(tenant.tries(campaign, busy))).containsExactly("fail busy", "fail busy");
    assertThat(results(tenant.tries(campaign, machine))).containsExactly("fail amd", "fail amd");
    assertThat(results(tenant.tries(campaign, silent)))
        .containsExactly("fail dialout", "fail dialout");
    assertThat(results(tenant.tries(campaign, second)))
        .containsExactly("fail busy", "fail busy", "success normal");
    assertThat(results(tenant.tries(campaign, nobody)))
        .containsExactly("fail failed", "fail failed");
    assertThat(tenant.targets(outdial))
        .allSatisfy(target -> assertThat(target.getString("status")).isEqualTo("done"));
    JsonObject state = tenant.state(outdial, second);
    assertThat(state.getInt("try_count_0")).isEqualTo(2);
    assertThat(state.getInt("try_count_1")).isEqualTo(1);
    assertThat(crowd.calls("answer-1")).isEqualTo(1);
    assertThat(crowd.calls("busy-1")).isEqualTo(2);
    assertThat(crowd.calls()).isEqualTo(10);
    assertThat(crowd.most()).isLessThanOrEqualTo(3);
  }

  @Test
  void tellsOfEveryStepAndNamesTheCall() {
    try (EventListener listener = listen()) {
      JsonObject outdial = tenant.outdial(crowd.target("answer-1"));
      JsonObject campaign = tenant.campaign(tenant.outplan(QUICK), outdial, AMD);

      tenant.turn(campaign, "run");
      tenant.await(campaign, "stop");

      JsonObject only = tenant.tries(campaign).get(0);
      assertThat(only.getString("reference_type")).isEqualTo("call");
      assertThat(only.getString("outdial_id")).isEqualTo(outdial.getString("id"));
      assertThat(only.getInt("try_count")).isEqualTo(1);
      JsonObject call = office.api().callState(only.getString("reference_id"));
      assertThat(call.getString("hangup_reason")).isEqualTo("normal");
      assertThat(call.getString("activeflow_id")).isEqualTo(only.getString("activeflow_id"));
      listener.await(event -> event.getString("type").equals("campaign_status_stop"), WAIT);
      assertThat(listener.types(campaign.getString("id")))
          .containsExactly("campaign_created", "campaign_status_run", "campaign_status_stop");
      assertThat(listener.types(only.getString("id")))
          .containsExactly("campaigncall_created", "campaigncall_updated", "campaigncall_updated");
    }
  }

  private EventListener listen() {
    String base = office.platform().api().toString().replaceFirst("http", "ws");
    String customer = "customer_id:" + office.api().customerId();
    EventListener listener =
        EventListener.at(URI.create(base + "/v1.0/ws?accesskey=" + office.accessKey()))
            .subscribe(customer + ":campaign:*", customer + ":campaigncall:*");
    assertThat(Waiting.until(() -> hears(listener), WAIT)).isTrue();
    return listener;
  }

  /** A subscription is not confirmed: makes campaigns until one is heard of. */
  private boolean hears(EventListener listener) {
    tenant.campaign(tenant.outplan(QUICK), tenant.outdial(), "");
    return Waiting.until(() -> !listener.received().isEmpty(), Duration.ofSeconds(1));
  }

  @Test
  void callsOnlyWhenItsScheduleIsOpen() {
    DayOfWeek today = LocalDate.now(ZoneOffset.UTC).getDayOfWeek();
    JsonObject outdial = tenant.outdial(crowd.target("busy-1"));
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(QUICK), outdial, ",'schedule':{'days':['" + day(today.plus(3)) + "']}");

    tenant.turn(campaign, "run");
    Waiting.pass(Duration.ofMillis(2_500));
    assertThat(crowd.calls()).isZero();
    assertThat(tenant.state(campaign).getString("status")).isEqualTo("run");

    int hour = LocalTime.now(ZoneOffset.UTC).getHour();
    aroundNoonOf(campaign, hour < 12 ? -hour : 24 - hour);
    Waiting.pass(Duration.ofMillis(1_500));
    assertThat(crowd.calls()).as("where it is midnight").isZero();

    aroundNoonOf(campaign, 12 - hour);
    tenant.await(campaign, "stop");
    assertThat(crowd.calls()).isEqualTo(1);
  }

  /** Opens the campaign for some hours of every day where clocks are so far ahead of UTC. */
  private void aroundNoonOf(JsonObject campaign, int hours) {
    String schedule =
        "{'schedule':{'timezone':'Etc/GMT%+d','start_time':'10:00','end_time':'15:00'}}";
    office
        .api()
        .put("/v1.0/campaigns/" + campaign.getString("id"), of(schedule, -hours))
        .expect(200);
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  @Test
  void letsCallsGoOnAndCallsNobodyNewWhileStopping() {
    SoftPhone phone = office.registered();
    JsonObject outdial =
        tenant.outdial(
            "'destination_0':{'target':'" + phone.account().user() + "'}",
            crowd.target("answer-1"));
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(QUICK),
            outdial,
            ",'max_concurrent_calls':1,'actions':[{'type':'sleep','option':{'duration':60000}}]");

    tenant.turn(campaign, "run");
    Call call = phone.expectCall().answer();
    tenant.turn(campaign, "stop");
    assertThat(tenant.state(campaign).getString("status")).isEqualTo("stopping");
    Waiting.pass(Duration.ofMillis(1_500));
    assertThat(call.ended()).isFalse();
    assertThat(tenant.state(campaign).getString("status")).isEqualTo("stopping");

    call.hangUp();
    tenant.await(campaign, "stop");
    assertThat(crowd.calls()).isZero();
    assertThat(results(tenant.tries(campaign))).containsExactly("success normal");
    assertThat(tenant.targets(outdial))
        .extracting(target -> target.getString("status"))
        .containsExactlyInAnyOrder("done", "idle");
  }

  @Test
  void runsItsNextCampaignWhenItIsDone() {
    JsonObject after =
        tenant.campaign(tenant.outplan(QUICK), tenant.outdial(crowd.target("busy-2")), "");
    JsonObject first =
        tenant.campaign(
            tenant.outplan(QUICK),
            tenant.outdial(crowd.target("busy-1")),
            ",'next_campaign_id':'" + after.getString("id") + "'");

    tenant.turn(first, "run");
    tenant.await(first, "stop");

    Platform.await("the next one", WAIT, () -> tenant.tries(after).size() == 1);
    tenant.await(after, "stop");
    assertThat(crowd.calls("busy-1")).isEqualTo(1);
    assertThat(crowd.calls("busy-2")).isEqualTo(1);
  }

  @Test
  void waitsForFurtherPeopleIfItShallContinue() {
    JsonObject outdial = tenant.outdial(crowd.target("busy-1"));
    JsonObject campaign =
        tenant.campaign(tenant.outplan(QUICK), outdial, ",'end_handle':'continue'");

    tenant.turn(campaign, "run");
    Platform.await("the first one", WAIT, () -> crowd.calls("busy-1") == 1);
    tenant.target(outdial, crowd.target("busy-2"));
    Platform.await("the second one", WAIT, () -> crowd.calls("busy-2") == 1);

    assertThat(tenant.state(campaign).getString("status")).isEqualTo("run");
    tenant.turn(campaign, "stop");
    tenant.await(campaign, "stop");
  }

  @Test
  void callsAgentsAsAGroupAndHangsUpWhatIsDeleted() {
    SoftPhone desk = office.registered();
    String agent = tenant.agent(desk);
    JsonObject outdial =
        tenant.outdial("'destination_0':{'type':'agent','target':'" + agent + "'}");
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(",'try_interval':100,'max_try_count_0':2"),
            outdial,
            ",'actions':[{'type':'sleep','option':{'duration':60000}}]");

    tenant.turn(campaign, "run");
    IncomingCall first = desk.expectCall(WAIT);
    first.reject(486);
    Call call = desk.expectCall(WAIT).answer();
    Platform.await(
        "the answer",
        WAIT,
        () -> tenant.tries(campaign).get(1).getString("status").equals("progressing"));
    List<JsonObject> tries = tenant.tries(campaign);
    assertThat(results(tries)).containsExactly("fail busy", " ");
    assertThat(tries.get(1).getString("reference_id")).isNotEqualTo(new UUID(0, 0).toString());

    office.api().delete("/v1.0/campaigncalls/" + tries.get(1).getString("id")).expect(200);
    call.awaitEnd();
    tenant.await(campaign, "stop");
    assertThat(tenant.tries(campaign)).hasSize(1);
    assertThat(tenant.targets(outdial).get(0).getString("status")).isEqualTo("done");
  }

  @Test
  void runsFlowsWithoutCallsForTargets() {
    JsonObject outdial = tenant.outdial(crowd.target("answer-1") + ",'data':'blue'");
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(QUICK),
            outdial,
            ",'type':'flow','actions':[{'type':'variable_set','option':"
                + "{'key':'colour','value':'{{voipbin.outdialtarget.data}}'}}]");

    tenant.turn(campaign, "run");
    tenant.await(campaign, "stop");

    JsonObject only = tenant.tries(campaign).get(0);
    assertThat(only.getString("reference_type")).isEqualTo("flow");
    assertThat(results(List.of(only))).containsExactly("success normal");
    JsonObject run =
        office
            .api()
            .get("/v1.0/activeflows/" + only.getString("activeflow_id"))
            .expect(200)
            .object();
    assertThat(run.getJsonObject("variables").getString("colour")).isEqualTo("blue");
    assertThat(crowd.calls()).isZero();
  }

  @Test
  void stopsTheFlowOfATryThatIsDeleted() {
    JsonObject outdial = tenant.outdial(crowd.target("answer-1"));
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(QUICK),
            outdial,
            ",'type':'flow','actions':[{'type':'sleep','option':{'duration':60000}}]");
    tenant.turn(campaign, "run");
    Platform.await("the try", WAIT, () -> tenant.tries(campaign).size() == 1);
    JsonObject only = tenant.tries(campaign).get(0);
    assertThat(only.getString("status")).isEqualTo("progressing");

    office.api().delete("/v1.0/campaigncalls/" + only.getString("id")).expect(200);

    tenant.await(campaign, "stop");
    JsonObject run =
        office
            .api()
            .get("/v1.0/activeflows/" + only.getString("activeflow_id"))
            .expect(200)
            .object();
    assertThat(run.getString("status")).isEqualTo("ended");
  }

  @Test
  void countsATryThatIsRefusedAndGoesOn() {
    String number = "+1555" + (7_000_000 + (System.nanoTime() & 0xFFFFF) % 1_000_000);
    JsonObject bought =
        office.api().post("/v1.0/numbers", of("{'number':'%s'}", number)).expect(200).object();
    JsonObject plan =
        office
            .api()
            .post(
                "/v1.0/outplans", of("{'name':'p','source':{'type':'tel','target':'%s'}}", number))
            .expect(200)
            .object();
    office.api().delete("/v1.0/numbers/" + bought.getString("id")).expect(200);
    JsonObject outdial = tenant.outdial(crowd.target("answer-1"), crowd.target("answer-2"));
    JsonObject campaign = tenant.campaign(plan, outdial, "");

    tenant.turn(campaign, "run");
    tenant.await(campaign, "stop");

    assertThat(results(tenant.tries(campaign)))
        .containsExactly("fail number_not_found", "fail number_not_found");
    assertThat(tenant.targets(outdial))
        .allSatisfy(target -> assertThat(target.getInt("try_count_0")).isEqualTo(1));
    assertThat(crowd.calls()).isZero();
  }
}
