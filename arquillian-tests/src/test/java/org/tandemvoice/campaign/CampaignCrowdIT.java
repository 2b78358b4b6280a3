package org.tandemvoice.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * Many people, one campaign, a power cut in the middle, and on MariaDB a second server that dials
 * along: nobody is called more often than planned, and every try has its result. {@code
 * campaign.targets} says how many people.
 */
@PlatformTest
class CampaignCrowdIT {

  private static final int TARGETS = Integer.getInteger("campaign.targets", 60);
  private static final int CONCURRENT = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60 + TARGETS);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  /** How a target is called if nothing disturbs: the name of its kind, and its tries. */
  private static final Map<String, List<String>> PLAN =
      Map.of(
          "answer", List.of("success normal"),
          "busy", List.of("fail busy", "fail busy"),
          "machine", List.of("fail amd", "fail amd"),
          "silent", List.of("fail dialout", "fail dialout"),
          "second", List.of("fail busy", "fail busy", "success normal"));

  private static final List<String> KINDS =
      List.of("answer", "busy", "machine", "silent", "second");

  private final Map<String, String> kinds = new HashMap<>();

  @Test
  void nobodyIsCalledBeyondThePlanAcrossAPowerCut() {
    Map<String, String> settings =
        Map.of(
            "API_RATE_LIMIT",
            "0",
            "API_ADDRESS_RATE_LIMIT",
            "0",
            "SECRET_KEY",
            KEY,
            "TOKEN_KEY",
            KEY);
    List<PlatformProcess> servers = new ArrayList<>();
    try (Crowd crowd = Crowd.gathered()) {
      PlatformProcess server = PlatformProcess.start("campaign-crowd", settings);
      servers.add(server);
      if (System.getenv("DB_URL") != null) {
        servers.add(server.beside("campaign-crowd-second", settings));
      }
      try (Office office = Office.at(server.platform())) {
        CampaignTenant tenant = new CampaignTenant(office);
        JsonObject outdial = tenant.outdial();
        List<JsonObject> targets = people(tenant, outdial, crowd);
        JsonObject plan =
            tenant.outplan(
                ",'dial_timeout':2000,'try_interval':500,'max_try_count_0':2,'max_try_count_1':1");
        JsonObject campaign =
            tenant.campaign(
                plan,
                outdial,
                ",'max_concurrent_calls':"
                    + CONCURRENT
                    + ",'actions':[{'type':'amd','option':{'machine_handle':'hangup','timeout':3000}}]");

        long begun = System.nanoTime();
        tenant.turn(campaign, "run");
        Platform.await("the middle", PATIENCE, () -> crowd.calls() > TARGETS * 3 / 4);
        PlatformProcess busiest =
            Collections.max(servers, Comparator.comparing(one -> crowd.callsFrom(sip(one))));
        busiest.kill();
        busiest.start();
        tenant.await(campaign, "stop", PATIENCE);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        int broken = assertOutcome(tenant, campaign, outdial, targets, crowd);
        System.out.printf(
            "MEASURED %d targets, %d tries, %d calls arrived %s, at most %d at a time, %d tries cut"
                + " by the kill, %s%n",
            TARGETS,
            tenant.tries(campaign).size(),
            crowd.calls(),
            crowd.callers(),
            crowd.most(),
            broken,
            took);
      }
    } finally {
      servers.forEach(PlatformProcess::close);
    }
  }

  private static String sip(PlatformProcess server) {
    return "127.0.0.1:" + server.platform().sip().getPort();
  }

  private List<JsonObject> people(CampaignTenant tenant, JsonObject outdial, Crowd crowd) {
    List<JsonObject> targets = new ArrayList<>();
    for (int i = 0; i < TARGETS; i++) {
      String kind = KINDS.get(i % KINDS.size());
      String fields =
          kind.equals("second")
              ? crowd.target("busy-s" + i, "answer-s" + i)
              : crowd.target(kind + "-" + i);
      JsonObject target = tenant.target(outdial, fields);
      kinds.put(target.getString("id"), kind);
      targets.add(target);
    }
    return targets;
  }

  /** How many tries the kill has cut. */
  private int assertOutcome(
      CampaignTenant tenant,
      JsonObject campaign,
      JsonObject outdial,
      List<JsonObject> targets,
      Crowd crowd) {
    Map<String, List<JsonObject>> tries =
        tenant.tries(campaign).stream()
            .collect(Collectors.groupingBy(one -> one.getString("outdial_target_id")));
    Map<String, JsonObject> states =
        tenant.targets(outdial).stream()
            .collect(Collectors.toMap(one -> one.getString("id"), one -> one));
    int broken = 0;
    for (JsonObject target : targets) {
      String id = target.getString("id");
      List<JsonObject> own = tries.get(id);
      List<String> results =
          own.stream().map(one -> one.getString("result") + " " + one.getString("reason")).toList();
      JsonObject state = states.get(id);
      assertThat(state.getString("status")).as(state + " " + results).isEqualTo("done");
      assertThat(own.size())
          .as("tries of " + state)
          .isEqualTo(state.getInt("try_count_0") + state.getInt("try_count_1"));
      int cut = (int) results.stream().filter("fail failed"::equals).count();
      broken += cut;
      if (cut == 0) {
        assertThat(results).as(state.toString()).isEqualTo(PLAN.get(kinds.get(id)));
      } else {
        assertThat(results.size()).isLessThanOrEqualTo(PLAN.get(kinds.get(id)).size() + cut);
      }
      assertCalled(state, crowd);
    }
    assertThat(broken).as("tries cut by the kill").isBetween(1, CONCURRENT);
    return broken;
  }

  /** A call that was counted may not have left; one that has left was counted. */
  private static void assertCalled(JsonObject state, Crowd crowd) {
    int[] most = {2, 1};
    for (int i = 0; i < most.length; i++) {
      String uri = state.getJsonObject("destination_" + i).getString("target");
      if (!uri.isEmpty()) {
        String name = uri.substring("sip:".length(), uri.indexOf('@'));
        int counted = state.getInt("try_count_" + i);
        assertThat(crowd.calls(name)).as(name).isLessThanOrEqualTo(counted);
        assertThat(counted).as(name).isLessThanOrEqualTo(most[i]);
      }
    }
  }
}
