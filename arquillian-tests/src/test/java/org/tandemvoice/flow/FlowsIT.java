package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /flows} and {@code /activeflows}: kept, refused, run, stopped, and why they failed. */
@PlatformTest
class FlowsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private FlowTenant tenant;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
  }

  @Test
  void keepsActionsAsGivenAndFoldsAliases() {
    JsonObject made =
        tenant.flow(
            "[{'id':'human_path','type':'digits_receive','option':{'terminator':'#'}},"
                + "{'type':'goto','option':{'target_id':'human_path','loop_count':2}}]");
    String path = "/v1.0/flows/" + made.getString("id");

    var actions = made.getJsonArray("actions");
    assertThat(actions.getJsonObject(0).getString("id")).isEqualTo("human_path");
    assertThat(actions.getJsonObject(0).getJsonObject("option").getString("key")).isEqualTo("#");
    assertThat(actions.getJsonObject(1).getString("id")).hasSize(36);
    assertThat(made.getString("direct_hash")).matches("[0-9a-f]{12}");
    assertThat(tenant.api().get(path).expect(200).object()).isEqualTo(made);
    assertThat(tenant.api().get("/v1.0/flows").expect(200).result()).containsExactly(made);

    JsonObject changed =
        tenant.api().put(path, FlowTenant.json("{'name':'other'}")).expect(200).object();
    assertThat(changed.getString("name")).isEqualTo("other");
    assertThat(changed.getJsonArray("actions")).isEqualTo(actions);
    JsonObject regenerated =
        tenant.api().post(path + "/direct-hash-regenerate").expect(200).object();
    assertThat(regenerated.getString("direct_hash")).isNotEqualTo(made.getString("direct_hash"));
    FlowTenant.fresh().api().get(path).expect(404);
    tenant.api().delete(path).expect(200);
    tenant.api().get(path).expect(404);
    assertThat(tenant.api().get("/v1.0/flows").expect(200).result()).isEmpty();
  }

  @Test
  void keepsWhatHasTwoNamesByOne() {
    JsonObject made =
        tenant.flow(
            "[{'type':'dtmf_send','option':{'dtmfs':'1'}},{'type':'record_start'},"
                + "{'type':'record_stop'},{'type':'stream_echo'},"
                + "{'type':'conf_join','option':{'conference_id':'7d1c0c3e-5b1e-4a51-9a0e-6f0e2b1f0001'}},"
                + "{'type':'amd','option':{'machine_handle':'hangup'}}]");

    List<JsonObject> actions = made.getJsonArray("actions").getValuesAs(JsonObject.class);
    assertThat(actions)
        .extracting(action -> action.getString("type"))
        .containsExactly(
            "digits_send", "recording_start", "recording_stop", "echo", "conference_join", "amd");
    assertThat(actions.get(0).getJsonObject("option")).isEqualTo(FlowTenant.json("{'digits':'1'}"));
    assertThat(actions.get(5).getJsonObject("option"))
        .isEqualTo(FlowTenant.json("{'machine_action':'hangup'}"));
  }

  /** The field says the index. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'bad','type':'dance'}                                          | type",
        "{'id':'bad','type':'talk'}                                           | option.text",
        "{'id':'bad','type':'goto','option':{'target_id':'nowhere'}}          | option.target_id",
        "{'id':'bad','type':'branch','option':{'target_ids':{'1':'nowhere'}}} | option.target_ids.1",
        "{'id':'bad','type':'stop','next_id':'nowhere'}                       | next_id",
        "{'id':'bad','type':'talk','option':{'text':'<speak>a'}}              | option.text",
        "{'id':'good','type':'stop'}                                          | id",
      })
  void refusesWhatCouldNotRunByIndexIdAndField(String action, String field) {
    String flow = "{'actions':[{'id':'good','type':'stop'}," + action + "]}";

    String refusal = tenant.api().post("/v1.0/flows", FlowTenant.json(flow)).expect(400).body();
    assertThat(refusal).contains("\"field\":\"actions[1]." + field + "\"");
    assertThat(refusal).contains(field.equals("id") ? "good" : "(action \\\"bad\\\")");
    assertThat(tenant.api().get("/v1.0/flows").expect(200).result()).isEmpty();
  }

  @Test
  void runsAFlowWithVariablesOnACallAndShowsItsHistory() {
    String flow =
        tenant
            .flow(
                "[{'id':'a','type':'variable_set','option':{'key':'both','value':'${who} {{who}}'}},"
                    + "{'id':'b','type':'sleep','option':{'duration':100}}]")
            .getString("id");

    try (SoftPhone phone = tenant.phone("1001")) {
      JsonObject made = tenant.call("1001", "'flow_id':'" + flow + "','variables':{'who':'Anna'}");
      Call call = phone.expectCall().answer();
      call.awaitEnd(PATIENCE);

      JsonObject run = tenant.ended(made.getString("activeflow_id"));
      assertThat(FlowTenant.executed(run)).containsExactly("a", "b");
      assertThat(run.getJsonObject("variables").getString("both")).isEqualTo("Anna Anna");
      assertThat(run.getString("reference_id")).isEqualTo(made.getString("id"));
      assertThat(run.getString("flow_id")).isEqualTo(flow);
    }
  }

  @Test
  void refusesTooManyVariables() {
    tenant.phone("1001").close();
    StringBuilder variables = new StringBuilder("'v':''");
    for (int i = 0; i < 100; i++) {
      variables.append(",'v").append(i).append("':''");
    }
    String body =
        "{'destinations':[{'type':'extension','target':'1001'}],'variables':{" + variables + "}}";

    assertThat(tenant.api().post("/v1.0/calls", FlowTenant.json(body)).expect(400).body())
        .contains("INVALID_VARIABLES");
  }

  @Test
  void showsWhyAFlowFailedAndEndsItsCall() {
    try (SoftPhone phone = tenant.phone("1001")) {
      JsonObject made =
          tenant.call(
              "1001",
              "'actions':[{'id':'p','type':'play','option':{'stream_urls':['http://127.0.0.1:9/none.wav']}},"
                  + "{'id':'never','type':'sleep','option':{'duration':60000}}]");
      phone.expectCall().answer().awaitEnd(Duration.ofSeconds(30));

      JsonObject run = tenant.ended(made.getString("activeflow_id"));
      assertThat(FlowTenant.executed(run)).containsExactly("p");
      assertThat(run.getJsonObject("current_action").getString("type")).isEqualTo("play");
      assertThat(run.getJsonObject("current_action").getString("error")).contains("none.wav");
    }
  }

  @Test
  void stopEndsTheCallToo() {
    try (SoftPhone phone = tenant.phone("1001")) {
      JsonObject made = tenant.call("1001", "'actions':[{'type':'block'}]");
      Call call = phone.expectCall().answer();
      String path = "/v1.0/activeflows/" + made.getString("activeflow_id");
      Platform.await(
          "the block",
          PATIENCE,
          () -> tenant.api().get(path).object().getInt("executed_count") == 1);

      assertThat(tenant.api().post(path + "/stop").expect(200).object().getString("status"))
          .isEqualTo("ended");
      call.awaitEnd(PATIENCE);
      assertThat(tenant.api().post(path + "/stop").expect(409).body())
          .contains("ACTIVEFLOW_ALREADY_STOPPED");
      tenant.api().delete(path).expect(204);
      tenant.api().get(path).expect(404);
    }
  }

  @Test
  void earlyExecutionRunsBeforeTheAnswerAndTalksAfterIt() {
    try (SoftPhone phone = tenant.phone("1001")) {
      JsonObject made =
          tenant.call(
              "1001",
              "'early_execution':true,'actions':[{'type':'variable_set','option':{'key':'x','value':'1'}},"
                  + "{'type':'talk','option':{'text':'Hello early bird'}}]");
      var ringing = phone.expectCall().ring();

      JsonObject early = tenant.activeflow(made.getString("activeflow_id"));
      assertThat(early.getJsonObject("variables").getString("x")).isEqualTo("1");
      Call call = ringing.answer();
      call.awaitEnd(PATIENCE);
      assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofMillis(500));
    }
  }

  @Test
  void connectsTheFirstOfSeveralThatAnswers() {
    try (SoftPhone caller = tenant.phone("1001");
        SoftPhone slow = tenant.phone("1002");
        SoftPhone fast = tenant.phone("1003")) {
      tenant.call(
          "1001",
          "'actions':[{'type':'connect','option':{'destinations':[{'type':'extension','target':'1002'},"
              + "{'type':'extension','target':'1003'}]}},"
              + "{'type':'talk','option':{'text':'They are gone'}}]");
      Call first = caller.expectCall().answer();
      var ringing = slow.expectCall().ring();
      Call party = fast.expectCall().ring().answer();
      ringing.awaitCancel();

      first.media().sayTone(440);
      party.media().sayTone(1000);
      party.media().awaitTone(440, Duration.ofMillis(300), PATIENCE);
      first.media().awaitTone(1000, Duration.ofMillis(300), PATIENCE);
      party.hangUp();
      first.awaitEnd(PATIENCE);
    }
  }

  @Test
  void fetchesActionsAndSendsWebhooksWithoutACall() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestURI().getPath() + " " + body);
          byte[] answer =
              "[{\"type\":\"variable_set\",\"option\":{\"key\":\"x\",\"value\":\"fetched\"}}]"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      JsonObject started =
          tenant
              .api()
              .post(
                  "/v1.0/activeflows",
                  FlowTenant.json(
                      "{'actions':[{'type':'sleep','option':{'duration':50}},"
                          + "{'type':'fetch','option':{'event_url':'"
                          + base
                          + "/flow'}},"
                          + "{'type':'webhook_send','option':{'uri':'"
                          + base
                          + "/hook','sync':true,'data':'x is ${x}'}}]}"))
              .expect(200)
              .object();
      JsonObject run = tenant.ended(started.getString("id"));

      assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
      assertThat(run.getString("reference_type")).isEqualTo("api");
      assertThat(received).hasSize(2);
      assertThat(received.get(0)).startsWith("/flow ").contains(started.getString("id"));
      assertThat(received.get(1)).isEqualTo("/hook x is fetched");
    } finally {
      server.stop(0);
    }
  }
}
