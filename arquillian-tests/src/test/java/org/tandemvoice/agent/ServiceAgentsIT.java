package org.tandemvoice.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.net.URI;
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
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.platform.PlatformTest;

/** {@code /service_agents}: the view of an agent that has no permission at all. */
@PlatformTest
class ServiceAgentsIT {

  private static final String BASE = "/v1.0/service_agents";
  private static final String ME = BASE + "/me";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @AutoClose private final Office office = Office.open();
  private final String username = "agent-" + UUID.randomUUID();
  private final String id =
      office
          .api()
          .post("/v1.0/agents", of("{'username':'%s','password':'first'}", username))
          .expect(201)
          .object()
          .getString("id");
  private final ApiClient agent = office.platform().anonymous().login(username, "first");

  @Test
  void changesItselfButNotWhatItMayDo() {
    JsonObject changed =
        agent
            .put(ME, of("{'name':'Anna','detail':'desk','ring_method':'linear','permission':32}"))
            .expect(200)
            .object();
    assertThat(changed.getString("id")).isEqualTo(id);
    assertThat(changed.getString("name")).isEqualTo("Anna");
    assertThat(changed.getString("ring_method")).isEqualTo("linear");
    assertThat(changed.getInt("permission")).isZero();
    JsonObject away = agent.put(ME + "/status", of("{'status':'away'}")).expect(200).object();
    assertThat(away.getString("status")).isEqualTo("away");
    assertThat(agent.get(ME).expect(200).object()).isEqualTo(away);
    agent.put(ME + "/status", of("{'status':'asleep'}")).expect(400);
    agent.put(ME + "/addresses", of("{'addresses':[{'type':'fax','target':'1'}]}")).expect(400);
    assertThat(agent.get(ME).expect(200).object().getJsonArray("addresses")).isEmpty();

    agent.put(ME + "/password", of("{'password':'second'}")).expect(200);
    agent.get(ME).expect(401);
    office.platform().anonymous().login(username, "second").get(ME).expect(200);
  }

  @Test
  void seesThoseAroundItAndTheExtensionsAmongItsAddresses() {
    String tag = made("/v1.0/tags", "{'name':'sales'}");
    Account own = office.extension();
    String other = office.extension().user();
    agent
        .put(
            ME + "/addresses", of("{'addresses':[{'type':'extension','target':'%s'}]}", own.user()))
        .expect(200);

    assertThat(ids(BASE + "/agents")).contains(id);
    assertThat(agent.get(BASE + "/agents/" + id).expect(200).object().getString("username"))
        .isEqualTo(username);
    assertThat(ids(BASE + "/tags")).containsExactly(tag);
    agent.get(BASE + "/tags/" + tag).expect(200);
    assertThat(agent.get(BASE + "/customer").expect(200).object().getString("id"))
        .isEqualTo(office.api().customerId());
    JsonObject extension = agent.get(BASE + "/extensions").expect(200).result().getJsonObject(0);
    assertThat(extension.getString("extension")).isEqualTo(own.user());
    assertThat(extension.toString()).doesNotContain(own.password());
    agent.get(BASE + "/extensions/" + extension.getString("id")).expect(200);
    String notOwn =
        agent.get("/v1.0/extensions").expect(200).result().getValuesAs(JsonObject.class).stream()
            .filter(found -> found.getString("extension").equals(other))
            .map(found -> found.getString("id"))
            .findFirst()
            .orElseThrow();
    agent.get(BASE + "/extensions/" + notOwn).expect(404);
    office.api().get(ME).expect(403);
    try (Office stranger = Office.open()) {
      String theirs =
          stranger
              .api()
              .post("/v1.0/agents", of("{'username':'%s','password':'p'}", UUID.randomUUID()))
              .expect(201)
              .object()
              .getString("id");
      agent.get(BASE + "/agents/" + theirs).expect(404);
    }
  }

  @Test
  void seesTheCallsThatRangItsPhonesAndNoOthers() {
    SoftPhone desk = office.registered();
    SoftPhone colleague = office.registered();
    agent
        .put(
            ME + "/addresses",
            of("{'addresses':[{'type':'extension','target':'%s'}]}", desk.account().user()))
        .expect(200);
    String token =
        office
            .platform()
            .anonymous()
            .post("/auth/login", of("{'username':'%s','password':'first'}", username))
            .expect(200)
            .object()
            .getString("token");
    String sockets = office.platform().api().toString().replaceFirst("http", "ws");
    try (EventListener events =
        EventListener.at(URI.create(sockets + BASE + "/ws?token=" + token))
            .subscribe("agent_id:" + id)) {
      office
          .api()
          .post(
              "/v1.0/calls",
              of(
                  "{'destinations':[{'type':'agent','target':'%s'}],'actions':[{'type':'answer'},"
                      + "{'type':'sleep','option':{'duration':60000}}]}",
                  id))
          .expect(200);
      Call call = desk.expectCall().answer();
      String others = office.api().call(colleague.account().user(), ApiClient.action("answer"));

      List<String> own = ids(BASE + "/calls");
      assertThat(own).hasSize(1).doesNotContain(others);
      JsonObject shown = agent.get(BASE + "/calls/" + own.get(0)).expect(200).object();
      assertThat(shown.getString("owner_id")).isEqualTo(id);
      agent.get(BASE + "/calls/" + others).expect(404);
      call.hangUp();
      events.await(event -> event.getString("type").equals("call_hungup"), PATIENCE);
    }
  }

  private List<String> ids(String path) {
    return agent.get(path).expect(200).result().getValuesAs(JsonObject.class).stream()
        .map(found -> found.getString("id"))
        .toList();
  }

  private String made(String path, String body) {
    return office.api().post(path, of(body)).expect(200).object().getString("id");
  }
}
