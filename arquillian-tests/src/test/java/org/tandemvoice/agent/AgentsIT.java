package org.tandemvoice.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.PlatformTest;

/** {@code /agents} and {@code /tags}: all operations, and who may use which. */
@PlatformTest
class AgentsIT {

  private static final String AGENTS = "/v1.0/agents";

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();

  @Test
  void makesAnAgentAsTheTutorialDoes() {
    String tag = tag("sales");
    String username = username();

    JsonObject made =
        api.post(
                AGENTS,
                of(
                    "{'username':'%s','password':'test2','name':'test tag','detail':'test tag example',"
                        + "'ring_method':'ringall','permission':0,'tag_ids':['%s']}",
                    username, tag))
            .expect(201)
            .object();

    assertThat(made.getString("username")).isEqualTo(username);
    assertThat(made.getString("status")).isEqualTo("offline");
    assertThat(made.getString("ring_method")).isEqualTo("ringall");
    assertThat(made.getInt("permission")).isZero();
    assertThat(made.getJsonArray("addresses")).isEmpty();
    assertThat(made.getJsonArray("tag_ids").getString(0)).isEqualTo(tag);
    assertThat(made.getString("direct_hash")).isEmpty();
    assertThat(made).doesNotContainKey("password");
    assertThat(made.toString()).doesNotContain("test2");
    assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
    assertThat(api.post(AGENTS, of("{'username':'%s','password':'x'}", username)).status())
        .isEqualTo(409);
    assertThat(Office.open().api().get(path(made)).status()).isEqualTo(404);
  }

  @Test
  void changesEachPropertyByItsOwnOperation() {
    JsonObject agent = agent(0);
    String path = path(agent);
    String tag = tag("support");

    assertThat(put(path + "/status", "{'status':'available'}").getString("status"))
        .isEqualTo("available");
    assertThat(put(path, "{'status':'away'}").getString("status")).isEqualTo("away");
    assertThat(put(path, "{'name':'Anna','ring_method':'linear'}").getString("name"))
        .isEqualTo("Anna");
    put(path + "/addresses", "{'addresses':[{'type':'tel','target':'+15559876543'}]}");
    JsonObject addressed =
        put(
            path + "/addresses",
            "{'addresses':[{'type':'extension','target':'1001'},{'type':'sip','target':'a@192.0.2.1'}]}");
    assertThat(addressed.getJsonArray("addresses")).hasSize(2);
    assertThat(put(path + "/tag_ids", "{'tag_ids':['" + tag + "']}").getJsonArray("tag_ids"))
        .hasSize(1);
    assertThat(put(path + "/permission", "{'permission':64}").getInt("permission")).isEqualTo(64);
    JsonObject first = api.post(path + "/direct-hash-regenerate").expect(200).object();
    JsonObject second = api.post(path + "/direct-hash-regenerate").expect(200).object();
    assertThat(first.getString("direct_hash")).matches("[0-9a-f]{12}");
    assertThat(second.getString("direct_hash"))
        .matches("[0-9a-f]{12}")
        .isNotEqualTo(first.getString("direct_hash"));
    assertThat(second.getString("name")).isEqualTo("Anna");
    assertThat(second.getString("ring_method")).isEqualTo("linear");
    assertThat(second.getString("status")).isEqualTo("away");

    api.delete("/v1.0/tags/" + tag).expect(200);
    assertThat(api.get(path).object().getJsonArray("tag_ids")).isEmpty();
    api.delete(path).expect(200);
    api.get(path).expect(404);
    // the username is free again
    api.post(AGENTS, of("{'username':'%s','password':'x'}", agent.getString("username")))
        .expect(201);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/status     | {'status':'asleep'}                                        | status",
        "/addresses  | {'addresses':[{'type':'tel','target':'010-1234'}]}         | addresses[0].target",
        "/addresses  | {'addresses':[{'type':'fax','target':'1'}]}                | addresses[0].type",
        "/tag_ids    | {'tag_ids':['00000000-0000-0000-0000-000000000001']}       | tag_ids[0]",
        "/permission | {'permission':70000}                                       | permission",
        "/password   | {'password':''}                                            | password",
      })
  void refusesWhatIsWrongAndChangesNothing(String operation, String body, String field) {
    JsonObject agent = agent(0);

    assertThat(api.put(path(agent) + operation.strip(), of(body)).expect(400).body())
        .contains("\"field\":\"" + field + "\"");

    assertThat(api.get(path(agent)).expect(200).object()).isEqualTo(agent);
  }

  @Test
  void listsByTagAndStatus() {
    String sales = tag("sales");
    String support = tag("support");
    String anna = id(agent(0, sales));
    String bert = id(agent(0, sales, support));
    String carl = id(agent(0));
    api.put(AGENTS + "/" + bert + "/status", of("{'status':'available'}")).expect(200);

    assertThat(ids("")).contains(anna, bert, carl);
    assertThat(ids("?tag_ids=" + sales)).containsExactlyInAnyOrder(anna, bert);
    assertThat(ids("?tag_ids=" + support)).containsExactly(bert);
    assertThat(ids("?status=available")).containsExactly(bert);
    assertThat(ids("?status=offline&tag_ids=" + sales + "," + support)).containsExactly(anna);
    assertThat(api.get(AGENTS + "?status=asleep").status()).isEqualTo(400);
  }

  @Test
  void anAgentWithoutPermissionReadsAndSpeaksForItselfOnly() {
    JsonObject anna = agent(0);
    JsonObject bert = agent(0);
    ApiClient asAnna = signIn(anna);

    assertThat(id(asAnna.get("/v1.0/me").expect(200).object())).isEqualTo(id(anna));
    for (String path :
        new String[] {
          "agents", "tags", "extensions", "calls", "flows", "activeflows", "numbers", "customer"
        }) {
      asAnna.get("/v1.0/" + path).expect(200);
    }
    asAnna.put(path(anna) + "/status", of("{'status':'available'}")).expect(200);
    asAnna.put(path(anna), of("{'status':'busy'}")).expect(200);
    asAnna.put(path(anna), of("{'status':'busy','name':'Queen'}")).expect(403);
    asAnna.put(path(bert) + "/status", of("{'status':'available'}")).expect(403);
    asAnna.put(path(bert) + "/password", of("{'password':'x'}")).expect(403);
    asAnna.put(path(anna) + "/permission", of("{'permission':32}")).expect(403);
    asAnna.put(path(anna) + "/addresses", of("{'addresses':[]}")).expect(403);
    asAnna.put(path(anna) + "/tag_ids", of("{'tag_ids':[]}")).expect(403);
    asAnna.post(path(anna) + "/direct-hash-regenerate").expect(403);
    asAnna.delete(path(anna)).expect(403);
    asAnna.post(AGENTS, of("{'username':'%s','password':'x'}", username())).expect(403);
    asAnna.post("/v1.0/tags", of("{'name':'x'}")).expect(403);
    asAnna.post("/v1.0/calls", of("{'destinations':[]}")).expect(403);
    asAnna.post("/v1.0/flows", of("{'name':'x'}")).expect(403);
    asAnna.post("/v1.0/activeflows", of("{'actions':[]}")).expect(403);
    asAnna.post("/v1.0/numbers", of("{'number':'+15550000000'}")).expect(403);
    asAnna.post("/v1.0/extensions", of("{'name':'x'}")).expect(403);
    asAnna.get("/v1.0/accesskeys").expect(403);
    asAnna.put("/v1.0/customer", of("{'name':'x'}")).expect(403);
    asAnna.get("/v1.0/customers").expect(403);
    assertThat(api.get(path(bert)).expect(200).object()).isEqualTo(bert);

    asAnna.put(path(anna) + "/password", of("{'password':'mine now'}")).expect(200);
    asAnna.get("/v1.0/me").expect(401);
  }

  @Test
  void nobodyGivesMoreThanItHas() {
    JsonObject admin = agent(32);
    JsonObject manager = agent(64);
    JsonObject plain = agent(0);
    ApiClient asManager = signIn(manager);

    asManager.put(path(plain), of("{'name':'Anna'}")).expect(200);
    asManager.put(path(plain) + "/permission", of("{'permission':16}")).expect(200);
    asManager.put(path(plain) + "/permission", of("{'permission':32}")).expect(403);
    asManager.put(path(manager) + "/permission", of("{'permission':96}")).expect(403);
    asManager.put(path(admin) + "/password", of("{'password':'x'}")).expect(403);
    asManager.put(path(admin), of("{'name':'x'}")).expect(403);
    asManager.delete(path(admin)).expect(403);
    asManager
        .post(AGENTS, of("{'username':'%s','password':'x','permission':240}", username()))
        .expect(403);
    for (int platform : new int[] {1, 15, 65535}) {
      signIn(admin).put(path(plain) + "/permission", of("{'permission':%s}", platform)).expect(403);
    }
    signIn(admin).put(path(plain) + "/permission", of("{'permission':240}")).expect(200);
  }

  @Test
  void keepsTheLastAdministrator() {
    JsonObject first = agent(32);

    assertThat(api.delete(path(first)).expect(409).body()).contains("last one");
    api.put(path(first) + "/permission", of("{'permission':64}")).expect(409);
    JsonObject second = agent(240);
    api.put(path(first) + "/permission", of("{'permission':64}")).expect(200);
    api.delete(path(second)).expect(409);
  }

  @Test
  void keepsTags() {
    String id = tag("sales");
    String path = "/v1.0/tags/" + id;

    assertThat(put(path, "{'detail':'who sells'}").getString("name")).isEqualTo("sales");
    assertThat(api.get(path).expect(200).object().getString("detail")).isEqualTo("who sells");
    assertThat(api.get("/v1.0/tags").expect(200).result()).hasSize(1);
    assertThat(Office.open().api().get(path).status()).isEqualTo(404);
    api.delete(path).expect(200);
    api.get(path).expect(404);
    assertThat(api.get("/v1.0/tags").expect(200).result()).isEmpty();
  }

  private static String username() {
    return "agent-" + UUID.randomUUID();
  }

  private JsonObject agent(int permission, String... tags) {
    String quoted = tags.length == 0 ? "" : "'" + String.join("','", tags) + "'";
    return api.post(
            AGENTS,
            of(
                "{'username':'%s','password':'secret','permission':%s,'tag_ids':[%s]}",
                username(), permission, quoted))
        .expect(201)
        .object();
  }

  private ApiClient signIn(JsonObject agent) {
    return office.platform().anonymous().login(agent.getString("username"), "secret");
  }

  private String tag(String name) {
    return id(api.post("/v1.0/tags", of("{'name':'%s','detail':''}", name)).expect(200).object());
  }

  private JsonObject put(String path, String body) {
    return api.put(path, of(body)).expect(200).object();
  }

  private static String path(JsonObject agent) {
    return AGENTS + "/" + id(agent);
  }

  private static String id(JsonObject resource) {
    return resource.getString("id");
  }

  private List<String> ids(String query) {
    JsonArray found = api.get(AGENTS + query).expect(200).result();
    return found.getValuesAs(JsonObject.class).stream().map(AgentsIT::id).toList();
  }
}
