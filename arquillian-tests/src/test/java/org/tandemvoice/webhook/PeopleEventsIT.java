package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.PlatformTest;

/**
 * What is told of agents, groupcalls, conferences and queues, step by step (contract section 11).
 */
@PlatformTest
class PeopleEventsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private Office office;
  private ApiClient api;
  private EventSink sink;

  @BeforeEach
  void open() {
    office = Office.open();
    api = office.api();
    sink = EventSink.open();
    api.post("/v1.0/webhooks", of("{'url':'%s'}", sink.url())).expect(200);
  }

  @AfterEach
  void close() {
    sink.close();
    office.close();
  }

  private void assertTold(String resource, String... types) {
    boolean came = Waiting.until(() -> sink.types(resource).size() >= types.length, PATIENCE);
    assertThat(came).as("%s of %s", List.of(types), sink.types(resource)).isTrue();
    assertThat(sink.types(resource)).containsExactly(types);
  }

  private String made(String path, String body, Object... values) {
    JsonObject resource = api.post(path, of(body, values)).object();
    return resource.getString("id");
  }

  private String agent(SoftPhone phone) {
    return made(
        "/v1.0/agents",
        "{'username':'agent-%s','password':'x','addresses':[{'type':'extension','target':'%s'}]}",
        UUID.randomUUID(),
        phone.account().user());
  }

  private static String place(SoftPhone phone) {
    return "{'type':'extension','target':'" + phone.account().user() + "'}";
  }

  @Test
  void tellWhatBecomesOfAnAgent() {
    String agent = agent(office.registered());
    String path = "/v1.0/agents/" + agent;
    api.put(path + "/status", of("{'status':'available'}")).expect(200);
    api.put(path, of("{'name':'Anna'}")).expect(200);
    api.delete(path).expect(200);

    assertTold(agent, "agent_created", "agent_status_updated", "agent_updated", "agent_deleted");
  }

  @Test
  void tellWhatBecomesOfAGroupcall() {
    SoftPhone anna = office.registered();
    SoftPhone bert = office.registered();
    String group =
        made(
            "/v1.0/groupcalls",
            "{'destinations':[%s,%s],'actions':[{'type':'block'}]}",
            place(anna),
            place(bert));
    IncomingCall ringing = bert.expectCall().ring();
    Call talk = anna.expectCall().ring().answer();
    ringing.awaitCancel();
    talk.hangUp();

    assertTold(group, "groupcall_created", "groupcall_progressing", "groupcall_hangup");
    api.delete("/v1.0/groupcalls/" + group).expect(200);
    assertTold(
        group,
        "groupcall_created",
        "groupcall_progressing",
        "groupcall_hangup",
        "groupcall_deleted");
  }

  @Test
  void tellWhoComesToAConferenceAndLeavesIt() {
    SoftPhone anna = office.registered();
    String room = made("/v1.0/conferences", "{'name':'room'}");
    api.call(
        anna.account().user(),
        of("{'type':'conference_join','option':{'conference_id':'%s'}}", room));
    Call call = anna.expectCall().answer();
    String stay =
        sink.await(event -> event.type().equals("conferencecall_joined"), PATIENCE).resource();
    call.hangUp();

    assertTold(
        stay,
        "conferencecall_joining",
        "conferencecall_joined",
        "conferencecall_leaving",
        "conferencecall_leaved");
    api.delete("/v1.0/conferences/" + room).expect(200);
    sink.await(
        event -> event.type().equals("conference_deleted") && event.resource().equals(room),
        PATIENCE);
    assertThat(sink.types(room)).startsWith("conference_created").endsWith("conference_deleted");
  }

  @Test
  void tellHowAQueueServesWhoWaits() {
    SoftPhone desk = office.registered();
    String agent = agent(desk);
    String queue = made("/v1.0/queues", "{'name':'line'}");
    Call first = joined(queue);
    String served = newest();
    api.put("/v1.0/agents/" + agent + "/status", of("{'status':'available'}")).expect(200);
    desk.expectCall().ring().answer().hangUp();
    first.awaitEnd();
    joined(queue).hangUp();
    String gone = newest();

    assertTold(
        served,
        "queuecall_created",
        "queuecall_waiting",
        "queuecall_connecting",
        "queuecall_serviced",
        "queuecall_done");
    assertTold(gone, "queuecall_created", "queuecall_waiting", "queuecall_abandoned");
    assertTold(
        agent,
        "agent_created",
        "agent_status_updated",
        "agent_status_updated",
        "agent_status_updated");
  }

  private Call joined(String queue) {
    int waiting = queuecalls();
    Call call =
        office.registered().dial("sip:queue%3A" + queue + "@" + office.domain()).expectAnswer();
    assertThat(Waiting.until(() -> queuecalls() > waiting, PATIENCE)).isTrue();
    return call;
  }

  private int queuecalls() {
    return api.get("/v1.0/queuecalls").expect(200).result().size();
  }

  private String newest() {
    return api.get("/v1.0/queuecalls").expect(200).result().getJsonObject(0).getString("id");
  }
}
