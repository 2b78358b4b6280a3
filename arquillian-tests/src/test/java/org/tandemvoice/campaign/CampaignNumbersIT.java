package org.tandemvoice.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.platform.PlatformTest;

/** Campaigns that call telephone numbers, through a provider and for money. */
@PlatformTest
class CampaignNumbersIT {

  private static final String QUICK = ",'dial_timeout':2000,'try_interval':100";
  private static final String HANG_UP = ",'actions':[{'type':'hangup'}]";
  private static final String OUTGOING = "call_pstn_outgoing";

  @AutoClose private final Payer payer = Payer.open();
  private final CampaignTenant tenant = new CampaignTenant(payer.office());

  private static String number(String e164) {
    return "'destination_0':{'type':'tel','target':'" + e164 + "'}";
  }

  private static List<String> results(List<JsonObject> tries) {
    return tries.stream()
        .map(one -> one.getString("result") + " " + one.getString("reason"))
        .toList();
  }

  private JsonObject run(CampaignTenant who, String plan, JsonObject outdial) {
    JsonObject campaign = who.campaign(who.outplan(QUICK + plan), outdial, HANG_UP);
    who.turn(campaign, "run");
    who.await(campaign, "stop");
    return campaign;
  }

  @Test
  void callsThroughTheProviderByThePlanAndPaysForWhoAnswers() {
    String busy = Carrier.farNumber();
    payer
        .carrier()
        .peer()
        .whenCalled(
            incoming -> {
              if (incoming.invite().uri().contains(busy)) {
                incoming.rejectAtOnce(486);
              } else {
                incoming.answerAtOnce();
              }
            });
    JsonObject outdial = tenant.outdial();
    JsonObject reached = tenant.target(outdial, number(Carrier.farNumber()));
    JsonObject engaged = tenant.target(outdial, number(busy));

    JsonObject campaign = run(tenant, ",'max_try_count_0':2", outdial);

    assertThat(results(tenant.tries(campaign, reached))).containsExactly("success normal");
    assertThat(results(tenant.tries(campaign, engaged))).containsExactly("fail busy", "fail busy");
    assertThat(payer.billings(OUTGOING)).hasSize(3);
    assertThat(payer.balance()).isEqualByComparingTo("99.99");
    assertThat(payer.account().getJsonNumber("balance_reserved").bigDecimalValue()).isZero();
  }

  @Test
  void whatIsForbiddenOrUnpaidIsOneTryAndNobodyIsCalled() {
    JsonObject outdial = tenant.outdial();
    JsonObject premium = tenant.target(outdial, number("+19002345678"));
    JsonObject campaign = run(tenant, ",'max_try_count_0':1", outdial);
    assertThat(results(tenant.tries(campaign, premium))).containsExactly("fail failed");
    assertThat(tenant.state(outdial, premium).getInt("try_count_0")).isEqualTo(1);
    assertThat(payer.billings(OUTGOING).get(0).getString("refusal"))
        .isEqualTo("DESTINATION_BLOCKED");

    payer.balance("0");
    JsonObject poor = tenant.outdial();
    JsonObject target = tenant.target(poor, number(Carrier.farNumber()));
    JsonObject unpaid = run(tenant, ",'max_try_count_0':2", poor);
    assertThat(results(tenant.tries(unpaid, target)))
        .containsExactly("fail insufficient_balance", "fail insufficient_balance");

    payer.carrier().peer().expectNoCall(Duration.ofMillis(200));
  }

  @Test
  void aNumberWithoutARouteIsOneTry() {
    try (Office office = Office.open()) {
      CampaignTenant unrouted = new CampaignTenant(office);
      JsonObject outdial = unrouted.outdial();
      JsonObject target = unrouted.target(outdial, number(Carrier.farNumber()));

      JsonObject campaign = run(unrouted, ",'max_try_count_0':1", outdial);

      assertThat(results(unrouted.tries(campaign, target))).containsExactly("fail failed");
    }
  }

  @Test
  void waitsForRoomAndBurnsNoTry() {
    payer.limit(
        Json.createObjectBuilder().add("calls_per_second", 1).add("concurrent_calls", 1).build());
    payer.carrier().peer().whenCalled(IncomingCall::answerAtOnce);
    JsonObject outdial = tenant.outdial();
    for (int i = 0; i < 4; i++) {
      tenant.target(outdial, number(Carrier.farNumber()));
    }

    JsonObject campaign = run(tenant, ",'max_try_count_0':1", outdial);

    assertThat(results(tenant.tries(campaign))).hasSize(4).containsOnly("success normal");
    assertThat(payer.billings(OUTGOING)).hasSize(4);
  }
}
