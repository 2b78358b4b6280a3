package org.tandemvoice.groupcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Agents that are called, by groupcalls, calls and connect, at all their addresses. */
@PlatformTest
class AgentCallsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration NOTHING = Duration.ofMillis(400);

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();
  private final GroupTenant tenant = new GroupTenant(office);

  @Test
  void anAgentRingsAtAllItsAddressesAndItsStatusFollows() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = tenant.agent("ringall", desk, mobile);
    tenant.setStatus(agent, "available");

    JsonObject made = tenant.group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    IncomingCall deskRings = desk.expectCall().ring();
    IncomingCall mobileRings = mobile.expectCall().ring();
    assertThat(tenant.status(agent)).isEqualTo("ringing");
    Call talk = mobileRings.answer();
    deskRings.awaitCancel();
    JsonObject root = tenant.awaitAnswer(made);
    assertThat(tenant.status(agent)).isEqualTo("busy");
    JsonObject child = tenant.nested(root);
    assertThat(child.getString("owner_type")).isEqualTo("agent");
    assertThat(child.getString("owner_id")).isEqualTo(agent);
    assertThat(api.callState(root.getString("answer_call_id")).getString("owner_id"))
        .isEqualTo(agent);
    talk.hangUp();
    tenant.awaitEnd(made);
    // seed 003: an agent says itself that it takes calls again
    assertThat(tenant.status(agent)).isEqualTo("busy");
  }

  @Test
  void anAgentThatDoesNotAnswerIsAvailableAgain() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = tenant.agent("linear", desk, mobile);
    tenant.setStatus(agent, "available");

    JsonObject made = tenant.group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    mobile.expectNoCall(NOTHING);
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    tenant.awaitEnd(made);

    assertThat(tenant.status(agent)).isEqualTo("available");
    tenant.setStatus(agent, "away");
    JsonObject again =
        tenant.group("'ring_method':''", "{'type':'agent','target':'" + agent + "'}");
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    tenant.awaitEnd(again);
    assertThat(tenant.status(agent)).isEqualTo("away");
  }

  @Test
  void connectRingsAgentsInTurnAndJoinsTheOneThatAnswers() {
    SoftPhone caller = office.registered();
    SoftPhone desk = office.registered();
    SoftPhone other = office.registered();
    String absent = tenant.agent("ringall", desk);
    String here = tenant.agent("ringall", other);
    String actions =
        String.format(
            "'actions':[{'type':'connect','option':{'ring_method':'linear','destinations':["
                + "{'type':'agent','target':'%s'},{'type':'agent','target':'%s'}]}}]",
            absent, here);

    api.post("/v1.0/calls", of("{'destinations':[%s],%s}", GroupTenant.extension(caller), actions))
        .expect(200);
    Call talk = caller.expectCall().answer();
    other.expectNoCall(NOTHING);
    desk.expectCall().reject(603);
    Call party = other.expectCall().answer();

    talk.media().sayTone(440);
    party.media().sayTone(1000);
    party.media().awaitTone(440, Duration.ofMillis(300), PATIENCE);
    talk.media().awaitTone(1000, Duration.ofMillis(300), PATIENCE);
    party.hangUp();
    talk.awaitEnd();
  }

  @Test
  void connectGoesOnWhenNobodyCanEvenBeRung() {
    SoftPhone caller = office.registered();
    String homeless = tenant.agent("ringall");

    api.post(
            "/v1.0/calls",
            of(
                "{'destinations':[%s],'actions':[{'type':'connect','option':{'destinations':"
                    + "[{'type':'agent','target':'%s'}]}}]}",
                GroupTenant.extension(caller), homeless))
        .expect(200);

    caller.expectCall().answer().awaitEnd();
  }

  @Test
  void callsToAgentsAndExtensionsAreGroupcallsForNewerClients() {
    SoftPhone desk = office.registered();
    SoftPhone mobile = office.registered();
    String agent = tenant.agent("ringall", desk, mobile);
    JsonObject order =
        of(
            "{'destinations':[{'type':'agent','target':'%s'},{'type':'sip','target':'x@127.0.0.1:9'}],%s}",
            agent, GroupTenant.WAIT);

    var documented = api.post("/v1.0/calls", order).expect(200).array();
    assertThat(documented).hasSize(3);
    IncomingCall ringing = desk.expectCall().ring();
    Call talk = mobile.expectCall().answer();
    ringing.awaitCancel();
    talk.hangUp();

    String key =
        api.post("/v1.0/accesskeys", of("{'expire':86400,'api_version':'2026-08'}"))
            .expect(200)
            .object()
            .getString("token");
    JsonObject grouped =
        office
            .platform()
            .anonymous()
            .withAccessKey(key)
            .post("/v1.0/calls", order)
            .expect(200)
            .object();
    assertThat(grouped.getJsonArray("calls")).hasSize(1);
    assertThat(grouped.getJsonArray("groupcalls")).hasSize(1);
    desk.expectCall().reject(486);
    mobile.expectCall().reject(486);
    tenant.awaitEnd(grouped.getJsonArray("groupcalls").getJsonObject(0));
  }
}
