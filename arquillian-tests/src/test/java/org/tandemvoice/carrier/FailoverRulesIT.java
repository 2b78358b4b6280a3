package org.tandemvoice.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.platform.PlatformTest;

/** When the next provider is not tried although nobody was reached (inventory section 12). */
@PlatformTest
class FailoverRulesIT {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(300);

  private Office office;
  private Carrier first;
  private Carrier second;

  @BeforeEach
  void open() {
    office = Office.open();
    first = Carrier.known().routed(office.api().customerId(), "+44", 1);
    second = Carrier.known().routed(office.api().customerId(), "+44", 2);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    office.close();
  }

  private String call(String fields) {
    JsonObject order =
        of(
            "{'source':{'type':'extension','target':'api'},'destinations':"
                + "[{'type':'tel','target':'%s'}],'actions':[{'type':'block'}]%s}",
            Carrier.farNumber(), fields);
    return office
        .api()
        .post("/v1.0/calls", order)
        .expect(200)
        .array()
        .getJsonObject(0)
        .getString("id");
  }

  private String reason(String call) {
    return office.api().awaitStatus(call, "hangup", WAIT).getString("hangup_reason");
  }

  @Test
  void aFlowThatHasBegunDoesNotBeginAgain() {
    first.peer().whenCalled(offered -> offered.rejectAtOnce(503));

    assertThat(reason(call(",'early_execution':true"))).isEqualTo("failed");

    second.peer().expectNoCall(MOMENT);
  }

  @Test
  void theDialTimeoutIsThatOfTheWholeCall() {
    String id = call(",'dial_timeout':2000");
    IncomingCall ringing = first.peer().expectCall().ring();

    ringing.awaitCancel();

    assertThat(reason(id)).isEqualTo("dialout");
    second.peer().expectNoCall(MOMENT);
  }

  @Test
  void whoGivesUpWantsNoOtherWay() {
    String id = call("");
    IncomingCall ringing = first.peer().expectCall().ring();
    office.api().awaitStatus(id, "ringing", WAIT);

    office.api().post("/v1.0/calls/" + id + "/hangup").expect(200);

    ringing.awaitCancel();
    assertThat(reason(id)).isEqualTo("cancel");
    second.peer().expectNoCall(MOMENT);
  }
}
