package org.tandemvoice.groupcall;

import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/** A customer of one test, with groupcalls and agents. */
final class GroupTenant {

  /** What the winner does: waits for its end. */
  static final String WAIT =
      "'actions':[{'type':'answer'},{'type':'sleep','option':{'duration':60000}}]";

  private static final String GROUPCALLS = "/v1.0/groupcalls";
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ApiClient api;

  GroupTenant(Office office) {
    this.api = office.api();
  }

  JsonObject group(String fields, String... destinations) {
    String body =
        String.format(
            "{'source':{'type':'extension','target':'api'},'destinations':[%s],%s,%s}",
            String.join(",", destinations), fields, WAIT);
    return api.post(GROUPCALLS, of(body)).expect(200).object();
  }

  String agent(String ringMethod, SoftPhone... phones) {
    List<String> addresses = List.of(phones).stream().map(GroupTenant::extension).toList();
    return api.post(
            "/v1.0/agents",
            of(
                "{'username':'%s','password':'secret','ring_method':'%s','addresses':[%s]}",
                "agent-" + UUID.randomUUID(), ringMethod, String.join(",", addresses)))
        .expect(201)
        .object()
        .getString("id");
  }

  void setStatus(String agent, String status) {
    api.put("/v1.0/agents/" + agent + "/status", of("{'status':'%s'}", status)).expect(200);
  }

  String status(String agent) {
    return api.get("/v1.0/agents/" + agent).expect(200).object().getString("status");
  }

  JsonObject awaitAnswer(JsonObject group) {
    return await(group, "an answer", found -> !found.getString("answer_call_id").equals(NIL));
  }

  JsonObject awaitEnd(JsonObject group) {
    return await(group, "the end", found -> found.getString("status").equals("hangup"));
  }

  JsonObject await(JsonObject group, String what, Predicate<JsonObject> wanted) {
    Platform.await(
        what + " of " + group, PATIENCE, () -> wanted.test(api.get(path(group)).object()));
    return api.get(path(group)).object();
  }

  JsonObject nested(JsonObject group) {
    JsonString id = group.getJsonArray("groupcall_ids").getValuesAs(JsonString.class).get(0);
    return api.get(GROUPCALLS + "/" + id.getString()).expect(200).object();
  }

  String reason(String call) {
    return api.awaitStatus(call, "hangup", PATIENCE).getString("hangup_reason");
  }

  static String path(JsonObject group) {
    return GROUPCALLS + "/" + group.getString("id");
  }

  static String callId(JsonObject group, int index) {
    return group.getJsonArray("call_ids").getString(index);
  }

  static String user(SoftPhone phone) {
    return phone.account().user();
  }

  static String extension(SoftPhone phone) {
    return "{'type':'extension','target':'" + user(phone) + "'}";
  }

  static String endpoint(SoftPhone phone) {
    Account account = phone.account();
    return "{'type':'endpoint','target':'" + account.user() + "@" + account.domain() + "'}";
  }
}
