package org.tandemvoice.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Campaigns that dial for the agents of a queue. */
@PlatformTest
class CampaignQueueIT {

  private static final Duration WAIT = Duration.ofSeconds(15);

  @AutoClose private final Office office = Office.open();
  @AutoClose private final Crowd crowd = Crowd.gathered();
  private final CampaignTenant tenant = new CampaignTenant(office);

  @Test
  void dialsOnlyForFreeAgentsOfItsQueue() {
    JsonObject queue =
        office.api().post("/v1.0/queues", of("{'name':'line','detail':''}")).expect(200).object();
    SoftPhone desk = office.registered();
    String agent = tenant.agent(desk);
    JsonObject outdial = tenant.outdial(crowd.target("answer-1"), crowd.target("answer-2"));
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(",'dial_timeout':10000"),
            outdial,
            ",'queue_id':'" + queue.getString("id") + "'");

    tenant.turn(campaign, "run");
    Waiting.pass(Duration.ofMillis(1_500));
    assertThat(crowd.calls()).as("while the agent is offline").isZero();

    tenant.available(agent);
    Call talk = desk.expectCall(WAIT).answer();
    Waiting.pass(Duration.ofMillis(1_500));
    assertThat(crowd.calls()).as("while the agent talks").isEqualTo(1);

    talk.hangUp();
    tenant.available(agent);
    desk.expectCall(WAIT).answer().hangUp();
    tenant.await(campaign, "stop");
    assertThat(tenant.tries(campaign))
        .extracting(one -> one.getString("result"))
        .containsOnly("success");
  }

  /** Of one free agent: half of one is nobody, and twice one is two, who are not answered. */
  @Test
  void dialsAsManyAsTheServiceLevelSaysOfFreeAgents() {
    JsonObject queue =
        office.api().post("/v1.0/queues", of("{'name':'line','detail':''}")).expect(200).object();
    tenant.available(tenant.agent(office.registered()));
    JsonObject outdial =
        tenant.outdial(
            crowd.target("silent-1"), crowd.target("silent-2"), crowd.target("silent-3"));
    JsonObject campaign =
        tenant.campaign(
            tenant.outplan(",'dial_timeout':15000,'try_interval':60000"),
            outdial,
            ",'service_level':50,'queue_id':'" + queue.getString("id") + "'");

    tenant.turn(campaign, "run");
    Waiting.pass(Duration.ofMillis(2_500));
    assertThat(crowd.calls()).isZero();

    office
        .api()
        .put("/v1.0/campaigns/" + campaign.getString("id"), of("{'service_level':200}"))
        .expect(200);
    Platform.await("two calls for one agent", WAIT, () -> crowd.calls() == 2);
    Waiting.pass(Duration.ofMillis(2_500));
    assertThat(crowd.calls()).isEqualTo(2);
    tenant.turn(campaign, "stop");
  }
}
