package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/**
 * The ways a flow takes on a real call: conditions, flows within flows, and where it is stopped.
 */
@PlatformTest
class FlowPathsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration KEY = Duration.ofMillis(100);
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final String NO = "{'id':'%s','type':'stop'},";

  private FlowTenant tenant;
  private SoftPhone phone;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
    phone = tenant.phone("1001");
  }

  @AfterEach
  void close() {
    phone.close();
  }

  @Test
  void takesTheWayOfItsConditions() {
    JsonObject made =
        tenant.call(
            "1001",
            "'actions':["
                + "{'id':'keys','type':'digits_receive','option':{'duration':20000,'terminator':'#'}},"
                + condition("long", "call_digits", "'length':3", "no")
                + condition("nine", "call_digits", "'key':'9'", "talks")
                + NO.formatted("no")
                + condition("talks", "call_status", "'status':'progressing'", "no")
                + condition("rings", "call_status", "'status':'ringing'", "more")
                + NO.formatted("no-2")
                + condition("more", "variable", digits("'>'", "number", "11"), "no")
                + condition("other", "variable", digits("'=='", "string", "'13'"), "short")
                + NO.formatted("no-3")
                + condition("short", "variable", digits("'<='", "length", "2"), "no")
                + condition(
                    "today", "datetime", "'condition':'==','weekdays':[0,1,2,3,4,5,6]", "no")
                + condition("never", "datetime", "'condition':'<','month':1", "tone")
                + NO.formatted("no-4")
                + "{'id':'tone','type':'beep'},{'id':'end','type':'hangup'}]");
    Call call = phone.expectCall().answer();
    tenant.awaitAction(made, "digits_receive", PATIENCE);

    call.media().sendDigits("12#", KEY);
    call.awaitEnd(PATIENCE);

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run))
        .containsExactly(
            "keys", "long", "nine", "talks", "rings", "more", "other", "short", "today", "never",
            "tone", "end");
    assertThat(run.getJsonObject("variables").getString("voipbin.call.digits")).isEqualTo("12");
    AudioAssertions.assertThat(call.media().heard()).hearsTone(1_000, Duration.ofMillis(240));
  }

  private static String condition(String id, String of, String options, String ifFalse) {
    return "{'id':'%s','type':'condition_%s','option':{%s,'false_target_id':'%s'}},"
        .formatted(id, of, options, ifFalse);
  }

  private static String digits(String condition, String type, String value) {
    return "'variable':'voipbin.call.digits','condition':%s,'value_type':'%s','value_%s':%s"
        .formatted(condition, type, type, value);
  }

  @Test
  void runsFlowsWithinFlowsAndGoesOnWhereItIsTold() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestURI().getPath() + " " + body);
          byte[] answer = "[{\"id\":\"f1\",\"type\":\"beep\"}]".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    web.start();
    String base = "http://127.0.0.1:" + web.getAddress().getPort();
    String inner =
        tenant
            .flow(
                "[{'id':'i1','type':'variable_set','option':{'key':'x','value':'inner'}},"
                    + "{'id':'i2','type':'beep'}]")
            .getString("id");
    try {
      JsonObject made =
          tenant.call(
              "1001",
              "'actions':["
                  + "{'id':'o1','type':'fetch_flow','option':{'flow_id':'"
                  + inner
                  + "'},'next_id':'o3'},"
                  + NO.formatted("o2")
                  + "{'id':'o3','type':'fetch','option':{'event_url':'"
                  + base
                  + "/flow'}},"
                  + "{'id':'o4','type':'webhook_send','option':{'uri':'"
                  + base
                  + "/hook','sync':true,'data':'${x} of ${voipbin.call.id}'}},"
                  + "{'id':'o5','type':'hangup'}]");
      Call call = phone.expectCall().answer();
      call.awaitEnd(PATIENCE);

      JsonObject run = tenant.ended(made.getString("activeflow_id"));
      assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
      assertThat(FlowTenant.executed(run))
          .containsExactly("o1", "i1", "i2", "o3", "f1", "o4", "o5");
      assertThat(received.get(0)).startsWith("/flow ").contains(made.getString("id"));
      assertThat(received.get(1)).isEqualTo("/hook inner of " + made.getString("id"));
      AudioAssertions.assertThat(call.media().heard()).hearsTone(1_000, Duration.ofMillis(480));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void knowsWhatThePlatformSaysOfItsCallAndItself() {
    String calls =
        "id direction status master_call_id source.type source.target destination.target";
    String runs = "id flow_id reference_type reference_id complete_count";
    JsonObject made =
        tenant.call(
            "1001",
            "'actions':[{'type':'variable_set','option':{'key':'call','value':'"
                + named("voipbin.call.", calls)
                + "'}},{'type':'variable_set','option':{'key':'run','value':'"
                + named("voipbin.activeflow.", runs)
                + "'}},{'type':'hangup'}]");
    phone.expectCall().answer().awaitEnd(PATIENCE);

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    JsonObject said = run.getJsonObject("variables");
    String id = made.getString("id");
    assertThat(said.getString("call").split(" "))
        .containsExactly(id, "outgoing", "progressing", NIL, "extension", "api", "1001");
    assertThat(said.getString("run").split(" "))
        .containsExactly(run.getString("id"), run.getString("flow_id"), "call", id, "0");
  }

  private static String named(String prefix, String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> "${" + prefix + name + "}")
        .collect(Collectors.joining(" "));
  }

  @Test
  void isStoppedWhenItTurnsInCircles() {
    JsonObject made =
        tenant.call(
            "1001",
            "'actions':[{'id':'a','type':'variable_set','option':{'key':'x','value':'y'}},"
                + "{'id':'b','type':'goto','option':{'target_id':'a'}}]");

    assertFails(made, "1000 actions have run without waiting");
    JsonObject run = tenant.activeflow(made.getString("activeflow_id"));
    assertThat(run.getInt("executed_count")).isEqualTo(1_000);
  }

  @Test
  void isStoppedWhenItFetchesItselfWithoutEnd() {
    String flow = tenant.flow("[{'type':'beep'}]").getString("id");
    tenant
        .api()
        .put(
            "/v1.0/flows/" + flow,
            FlowTenant.json(
                "{'actions':[{'type':'fetch_flow','option':{'flow_id':'" + flow + "'}}]}"))
        .expect(200);

    assertFails(tenant.call("1001", "'flow_id':'" + flow + "'"), "100 deep");
  }

  private void assertFails(JsonObject made, String error) {
    phone.expectCall().answer().awaitEnd(PATIENCE);

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(run.getJsonObject("current_action").getString("error")).contains(error);
    JsonObject call = tenant.api().awaitStatus(made.getString("id"), "hangup", PATIENCE);
    assertThat(call.getString("hangup_by")).isEqualTo("local");
    assertThat(tenant.api().eventTypes(made.getString("id"))).last().isEqualTo("call_hungup");
  }
}
