package org.tandemvoice.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.PlatformTest;

/** Campaigns, outplans, outdials and their targets over the API. */
@PlatformTest
class CampaignApiIT {

  private static final String SOMEBODY =
      "'destination_0':{'type':'sip','target':'sip:a@127.0.0.1'}";

  @AutoClose private final Office office = Office.open();
  private final CampaignTenant tenant = new CampaignTenant(office);

  @Test
  void keepsListsAndRulesAsTheContractHasThem() {
    ApiClient api = office.api();
    JsonObject plan = tenant.outplan("");
    assertThat(plan.getInt("dial_timeout")).isEqualTo(30_000);
    String planPath = "/v1.0/outplans/" + plan.getString("id");
    JsonObject changed =
        api.put(planPath + "/dial_info", of("{'max_try_count_4':3,'try_interval':5}"))
            .expect(200)
            .object();
    assertThat(changed.getInt("max_try_count_4")).isEqualTo(3);
    assertThat(changed.getString("name")).isEqualTo("plan");

    JsonObject outdial = tenant.outdial(SOMEBODY);
    String outdialPath = "/v1.0/outdials/" + outdial.getString("id");
    api.put(outdialPath + "/data", of("{'data':'x'}")).expect(200);
    JsonObject target = tenant.targets(outdial).get(0);
    assertThat(target.getString("status")).isEqualTo("idle");
    assertThat(target.getJsonObject("destination_4").getString("target")).isEmpty();

    JsonObject campaign = tenant.campaign(plan, outdial, "");
    String path = "/v1.0/campaigns/" + campaign.getString("id");
    assertThat(campaign.getString("status")).isEqualTo("stop");
    assertThat(campaign.getInt("max_concurrent_calls")).isEqualTo(10);
    assertThat(api.get(outdialPath).expect(200).object().getString("campaign_id"))
        .isEqualTo(campaign.getString("id"));
    assertThat(
            api.put(path + "/service_level", of("{'service_level':150}"))
                .expect(200)
                .object()
                .getInt("service_level"))
        .isEqualTo(150);
    api.put(path + "/actions", of("{'actions':[{'type':'answer'}]}")).expect(200);
    JsonObject other = tenant.campaign(plan, tenant.outdial(), "");
    api.put(path + "/next_campaign_id", of("{'next_campaign_id':'%s'}", other.getString("id")))
        .expect(200);
    api.put(outdialPath + "/campaign_id", of("{'campaign_id':'%s'}", other.getString("id")))
        .expect(200);
    assertThat(tenant.state(campaign).getString("outdial_id")).isEqualTo(new UUID(0, 0).toString());
    assertThat(tenant.state(other).getString("outdial_id")).isEqualTo(outdial.getString("id"));
    api.put(path + "/status", of("{'status':'run'}")).expect(409);

    api.delete(outdialPath + "/targets/" + target.getString("id")).expect(200);
    assertThat(tenant.targets(outdial)).isEmpty();
    api.delete(path).expect(200);
    api.get(path).expect(404);
    api.delete(outdialPath).expect(200);
    api.delete(planPath).expect(200);
    assertThat(api.get("/v1/campaigns").expect(200).result()).hasSize(1);
  }

  @Test
  void refusesWhatIsWrongByName() {
    JsonObject plan = tenant.outplan("");
    JsonObject taken = tenant.outdial();
    tenant.campaign(plan, taken, "");
    String path = "/v1.0/campaigns";
    refused(path, "{'type':'fax'}", "type");
    refused(path, "{'end_handle':'x'}", "end_handle");
    refused(path, "{'service_level':-1}", "service_level");
    refused(path, "{'max_concurrent_calls':0}", "max_concurrent_calls");
    refused(path, "{'dial_timeout':5}", "dial_timeout");
    refused(path, "{'outplan_id':'x'}", "outplan_id");
    refused(path, "{'outplan_id':'" + UUID.randomUUID() + "'}", "outplan_id");
    refused(path, "{'outdial_id':'" + taken.getString("id") + "'}", "outdial_id");
    refused(path, "{'queue_id':'" + UUID.randomUUID() + "'}", "queue_id");
    refused(path, "{'next_campaign_id':'" + UUID.randomUUID() + "'}", "next_campaign_id");
    refused(path, "{'actions':[{'type':'nothing'}]}", "actions[0].type");
    refused(path, "{'schedule':{'timezone':'Mars/Base'}}", "schedule.timezone");
    refused(path, "{'schedule':{'start_time':'9:00'}}", "schedule.start_time");
    refused(path, "{'schedule':{'end_time':'25:00'}}", "schedule.end_time");
    refused(path, "{'schedule':{'days':['mon','xyz']}}", "schedule.days[1]");
    refused("/v1.0/outplans", "{'source':{'type':'tel','target':'+15550001111'}}", "source.target");
    refused("/v1.0/outplans", "{'max_try_count_3':-1}", "max_try_count_3");
    refused("/v1.0/outplans", "{'dial_timeout':10}", "dial_timeout");
    refused("/v1.0/outdials", "{'campaign_id':'" + UUID.randomUUID() + "'}", "campaign_id");
    String targets = "/v1.0/outdials/" + taken.getString("id") + "/targets";
    refused(targets, "{'name':'x'}", "destination_0");
    refused(targets, "{'destination_2':{'type':'tel','target':'12'}}", "destination_2.target");
    office.api().post(path, of("{'flow_id':'%s'}", UUID.randomUUID())).expect(404);
    assertThat(office.api().get(path).expect(200).result()).hasSize(1);
  }

  private void refused(String path, String body, String field) {
    JsonObject answer = office.api().post(path, of(body.replace("%", "%%"))).expect(400).object();
    assertThat(answer.toString()).contains("\"" + field + "\"");
  }

  @Test
  void belongsToItsCustomerAndToThoseWhoManageIt() {
    JsonObject outdial = tenant.outdial(SOMEBODY);
    JsonObject plan = tenant.outplan("");
    JsonObject campaign = tenant.campaign(plan, outdial, "");
    String target = tenant.targets(outdial).get(0).getString("id");
    try (Office other = Office.open()) {
      for (String path :
          List.of(
              "/v1.0/campaigns/" + campaign.getString("id"),
              "/v1.0/campaigns/" + campaign.getString("id") + "/campaigncalls",
              "/v1.0/outplans/" + plan.getString("id"),
              "/v1.0/outdials/" + outdial.getString("id"),
              "/v1.0/outdials/" + outdial.getString("id") + "/targets/" + target)) {
        other.api().get(path).expect(404);
      }
      other.api().delete("/v1.0/campaigns/" + campaign.getString("id")).expect(404);
      other
          .api()
          .post("/v1.0/campaigns", of("{'outplan_id':'%s'}", plan.getString("id")))
          .expect(400);
    }
    String name = "plain-" + UUID.randomUUID();
    office
        .api()
        .post("/v1.0/agents", of("{'username':'%s','password':'secret','permission':16}", name))
        .expect(201);
    ApiClient plain = office.platform().anonymous().login(name, "secret");
    plain.get("/v1.0/campaigns/" + campaign.getString("id")).expect(200);
    plain
        .put("/v1.0/campaigns/" + campaign.getString("id") + "/status", of("{'status':'run'}"))
        .expect(403);
    plain.post("/v1.0/outplans", of("{'name':'x'}")).expect(403);
  }

  @Test
  void saysWhenATryCannotBePaid() {
    try (Payer payer = Payer.open();
        Crowd crowd = Crowd.gathered()) {
      payer.rate("call_outgoing", "+44", "1", 60);
      payer.balance("0.5");
      CampaignTenant poor = new CampaignTenant(payer.office());
      JsonObject outdial = poor.outdial("'destination_0':{'type':'tel','target':'+442079460001'}");
      JsonObject unpaid = poor.targets(outdial).get(0);
      poor.target(outdial, crowd.target("busy-1"));
      JsonObject campaign = poor.campaign(poor.outplan(""), outdial, "");

      poor.turn(campaign, "run");
      poor.await(campaign, "stop");

      assertThat(poor.tries(campaign, unpaid))
          .extracting(one -> one.getString("result") + " " + one.getString("reason"))
          .containsExactly("fail insufficient_balance");
      assertThat(crowd.calls("busy-1")).isEqualTo(1);
    }
  }
}
