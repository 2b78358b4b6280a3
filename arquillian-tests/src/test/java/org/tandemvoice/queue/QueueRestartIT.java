package org.tandemvoice.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * What a crash leaves of callers in queues, agents that ring, and groupcalls that go on in turn.
 */
@PlatformTest
class QueueRestartIT {

  @Test
  void nobodyWaitsOrRingsOnAfterACrash() {
    try (PlatformProcess server = PlatformProcess.start("queue-crash", Map.of());
        Office office = Office.at(server.platform())) {
      QueueTenant tenant = new QueueTenant(office);
      JsonObject queue = tenant.queue("");
      SoftPhone desk = office.registered().whenCalled(IncomingCall::ring);
      String agent = tenant.agent(desk);
      tenant.join(office.registered(), queue);
      tenant.join(office.registered(), queue);
      tenant.available(agent);
      Platform.await(
          "the agent", Duration.ofSeconds(10), () -> tenant.status(agent).equals("ringing"));
      SoftPhone first = office.registered().whenCalled(IncomingCall::ring);
      SoftPhone second = office.registered();
      String groupcall =
          office
              .api()
              .post(
                  "/v1.0/groupcalls",
                  of(
                      "{'ring_method':'linear','destinations':[{'target':'%s'},{'target':'%s'}]}",
                      first.account().user(), second.account().user()))
              .expect(200)
              .object()
              .getString("id");

      server.kill();
      server.start();

      JsonObject state = tenant.state(queue);
      assertThat(state.getInt("waiting_calls")).isZero();
      assertThat(state.getInt("total_abandoned_count")).isEqualTo(2);
      assertThat(tenant.queuecalls())
          .extracting(found -> found.getString("end_reason"))
          .containsOnly("hangup");
      assertThat(tenant.status(agent)).isEqualTo("available");
      JsonObject over = office.api().get("/v1.0/groupcalls/" + groupcall).expect(200).object();
      assertThat(over.getString("status")).isEqualTo("hangup");
      assertThat(over.getJsonArray("call_ids")).hasSize(1);
      second.expectNoCall(Duration.ofMillis(500));
    }
  }
}
