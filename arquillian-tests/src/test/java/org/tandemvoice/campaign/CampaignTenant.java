package org.tandemvoice.campaign;

import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/** A customer of one test, with campaigns and lists of people. */
final class CampaignTenant {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ApiClient api;

  CampaignTenant(Office office) {
    api = office.api();
  }

  JsonObject outplan(String fields) {
    return make(
        "/v1.0/outplans", "{'name':'plan','source':{'type':'extension','target':'us'}%s}", fields);
  }

  /** An outdial with these targets, each the fields of one. */
  JsonObject outdial(String... targets) {
    JsonObject outdial = make("/v1.0/outdials", "{'name':'people'%s}", "");
    for (String target : targets) {
      target(outdial, target);
    }
    return outdial;
  }

  JsonObject target(JsonObject outdial, String fields) {
    return make("/v1.0/outdials/" + outdial.getString("id") + "/targets", "{%s}", fields);
  }

  JsonObject campaign(JsonObject outplan, JsonObject outdial, String fields) {
    return make(
        "/v1.0/campaigns",
        "{'name':'campaign','outplan_id':'"
            + outplan.getString("id")
            + "','outdial_id':'"
            + outdial.getString("id")
            + "'%s}",
        fields);
  }

  private JsonObject make(String path, String body, String fields) {
    return api.post(path, of(body, fields)).expect(200).object();
  }

  void turn(JsonObject campaign, String status) {
    api.put(path(campaign) + "/status", of("{'status':'%s'}", status)).expect(200);
  }

  JsonObject state(JsonObject campaign) {
    return api.get(path(campaign)).expect(200).object();
  }

  private static String path(JsonObject campaign) {
    return "/v1.0/campaigns/" + campaign.getString("id");
  }

  /** The campaign, once it has this status. */
  JsonObject await(JsonObject campaign, String status) {
    return await(campaign, status, PATIENCE);
  }

  JsonObject await(JsonObject campaign, String status, Duration patience) {
    Platform.await(
        "status " + status + " of " + state(campaign),
        patience,
        () -> state(campaign).getString("status").equals(status));
    return state(campaign);
  }

  /** An agent at this phone, who is not available yet. */
  String agent(SoftPhone phone) {
    return api.post(
            "/v1.0/agents",
            of(
                "{'username':'%s','password':'secret','addresses':"
                    + "[{'type':'extension','target':'%s'}]}",
                "agent-" + UUID.randomUUID(), phone.account().user()))
        .expect(201)
        .object()
        .getString("id");
  }

  void available(String agent) {
    api.put("/v1.0/agents/" + agent + "/status", of("{'status':'available'}")).expect(200);
  }

  /** The tries of a campaign, the first one first. */
  List<JsonObject> tries(JsonObject campaign) {
    return pages(path(campaign) + "/campaigncalls");
  }

  /** The tries of one target, the first one first. */
  List<JsonObject> tries(JsonObject campaign, JsonObject target) {
    return tries(campaign).stream()
        .filter(one -> one.getString("outdial_target_id").equals(target.getString("id")))
        .toList();
  }

  List<JsonObject> targets(JsonObject outdial) {
    return pages("/v1.0/outdials/" + outdial.getString("id") + "/targets");
  }

  JsonObject state(JsonObject outdial, JsonObject target) {
    return api.get(
            "/v1.0/outdials/" + outdial.getString("id") + "/targets/" + target.getString("id"))
        .expect(200)
        .object();
  }

  private List<JsonObject> pages(String path) {
    List<JsonObject> all = new ArrayList<>();
    String token = "";
    do {
      JsonObject page =
          api.get(path + "?page_size=100" + (token.isEmpty() ? "" : "&page_token=" + token))
              .expect(200)
              .object();
      page.getJsonArray("result").getValuesAs(JsonObject.class).forEach(one -> all.add(0, one));
      token =
          page.getJsonArray("result").size() < 100
              ? ""
              : URLEncoder.encode(page.getString("next_page_token"), StandardCharsets.UTF_8);
    } while (!token.isEmpty());
    return all;
  }
}
