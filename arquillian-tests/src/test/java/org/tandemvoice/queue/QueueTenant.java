package org.tandemvoice.queue;

import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/** A customer of one test, with a queue, agents at their phones, and callers. */
final class QueueTenant {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Office office;
  private final ApiClient api;

  QueueTenant(Office office) {
    this.office = office;
    this.api = office.api();
  }

  JsonObject queue(String fields) {
    return api.post("/v1.0/queues", of("{'name':'line','detail':''%s}", fields))
        .expect(200)
        .object();
  }

  JsonObject state(JsonObject queue) {
    return api.get("/v1.0/queues/" + queue.getString("id")).expect(200).object();
  }

  /** An agent with this phone; offline. */
  String agent(SoftPhone phone, String... tags) {
    String quoted = tags.length == 0 ? "" : "'" + String.join("','", tags) + "'";
    return api.post(
            "/v1.0/agents",
            of(
                "{'username':'%s','password':'secret','tag_ids':[%s],"
                    + "'addresses':[{'type':'extension','target':'%s'}]}",
                "agent-" + UUID.randomUUID(), quoted, phone.account().user()))
        .expect(201)
        .object()
        .getString("id");
  }

  void available(String agent) {
    api.put("/v1.0/agents/" + agent + "/status", of("{'status':'available'}")).expect(200);
  }

  String status(String agent) {
    return api.get("/v1.0/agents/" + agent).expect(200).object().getString("status");
  }

  /** The phone dials the queue. */
  OutgoingCall dial(SoftPhone caller, JsonObject queue) {
    String user = URLEncoder.encode("queue:" + queue.getString("id"), StandardCharsets.UTF_8);
    return caller.dial("sip:" + user + "@" + office.domain());
  }

  /** The phone dials the queue and is in it. */
  Call join(SoftPhone caller, JsonObject queue) {
    int before = state(queue).getInt("total_incoming_count");
    Call call = dial(caller, queue).expectAnswer();
    Platform.await(
        "another caller in the queue",
        PATIENCE,
        () -> state(queue).getInt("total_incoming_count") > before);
    return call;
  }

  /** All who ever came, the last first. */
  List<JsonObject> queuecalls() {
    return api.get("/v1.0/queuecalls").expect(200).result().getValuesAs(JsonObject.class);
  }

  JsonObject queuecall(String id) {
    return api.get("/v1.0/queuecalls/" + id).expect(200).object();
  }

  /** The user part of whoever this call is from. */
  String caller(String call) {
    return api.callState(call).getJsonObject("source").getString("target");
  }

  JsonObject awaitQueuecall(String id, String status) {
    Platform.await(
        status + " of " + queuecall(id),
        PATIENCE,
        () -> queuecall(id).getString("status").equals(status));
    return queuecall(id);
  }
}
