package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** A master call and what is chained to it, each with actions of its own (inventory section 11). */
@PlatformTest
class ChainingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  @AutoClose private final Office office = Office.open();

  @Test
  void endsWithItsMasterAndNotTheOtherWayRound() {
    SoftPhone anna = office.registered();
    SoftPhone bert = office.registered();
    SoftPhone carl = office.registered();
    SoftPhone dora = office.registered();
    String destinations =
        String.join(
            ",",
            List.of(
                place(bert.account().user()),
                place(carl.account().user()),
                place(dora.account().user())));
    String master =
        office
            .api()
            .post(
                "/v1.0/calls",
                of(
                    "{'destinations':[%s],'actions':[{'type':'call','option':{'chained':true,"
                        + "'destinations':[%s],'actions':[{'id':'own','type':'block'}]}},"
                        + "{'id':'masters','type':'block'}]}",
                    place(anna.account().user()), destinations))
            .expect(200)
            .array()
            .getJsonObject(0)
            .getString("id");
    Call annas = anna.expectCall().answer();
    Call berts = bert.expectCall().answer();
    Call carls = carl.expectCall().answer();
    IncomingCall doras = dora.expectCall().ring();

    JsonObject shown =
        office
            .api()
            .awaitCall(master, call -> chained(call).size() == 3, "with three others", PATIENCE);
    assertThat(shown.getString("master_call_id")).isEqualTo(NIL);
    for (String id : chained(shown)) {
      assertThat(office.api().callState(id).getString("master_call_id")).isEqualTo(master);
    }
    String bertsCall = chained(shown).get(0);
    office
        .api()
        .awaitCall(bertsCall, call -> action(call).equals("own"), "with its own flow", PATIENCE);
    assertThat(action(office.api().callState(master))).isEqualTo("masters");
    berts.hangUp();
    office.api().awaitStatus(bertsCall, "hangup", PATIENCE);
    assertThat(annas.ended()).isFalse();
    assertThat(carls.ended()).isFalse();

    annas.hangUp();

    carls.awaitEnd(PATIENCE);
    doras.awaitCancel(PATIENCE);
    for (String id : chained(shown)) {
      office.api().awaitStatus(id, "hangup", PATIENCE);
    }
  }

  private static String place(String user) {
    return "{'type':'extension','target':'" + user + "'}";
  }

  private static List<String> chained(JsonObject call) {
    return call.getJsonArray("chained_call_ids").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static String action(JsonObject call) {
    return call.getJsonObject("action").getString("id");
  }
}
