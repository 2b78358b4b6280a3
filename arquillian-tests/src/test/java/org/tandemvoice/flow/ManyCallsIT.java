package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * Many calls are in the same menu at once ({@code -Dtandem.calls}, 50); each leaves it by its own
 * key.
 */
@PlatformTest
class ManyCallsIT {

  private static final int CALLS = Integer.getInteger("tandem.calls", 50);
  private static final Duration KEY = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A SIP application session that nobody ends expires after three minutes. */
  private static final Duration DRAIN = Duration.ofMinutes(4);

  private static final String MENU =
      "[{'type':'answer'},"
          + "{'id':'menu','type':'talk','option':{'text':'Press a key'}},"
          + "{'id':'key','type':'digits_receive','option':{'duration':60000,'length':1}},"
          + "{'id':'branch','type':'branch','option':{'default_target_id':'other',"
          + "'target_ids':{'0':'zero','1':'one','2':'two'}}},"
          + "{'id':'zero','type':'goto','option':{'target_id':'end','loop_count':1}},"
          + "{'id':'one','type':'goto','option':{'target_id':'end','loop_count':1}},"
          + "{'id':'two','type':'goto','option':{'target_id':'end','loop_count':1}},"
          + "{'id':'other','type':'stop'},"
          + "{'id':'end','type':'talk','option':{'text':'Thank you'}},"
          + "{'type':'hangup'}]";

  private static final List<String> WAYS = List.of("zero", "one", "two");

  @Test
  void everyCallRunsItsMenuToTheEnd() {
    FlowTenant tenant = FlowTenant.fresh();
    String flow = tenant.flow(MENU).getString("id");
    try (SoftPhone phone = tenant.phone("1001").whenCalled(IncomingCall::answerAtOnce)) {
      List<JsonObject> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(tenant.call("1001", "'flow_id':'" + flow + "'"));
      }
      Platform.await("all calls to be answered", PATIENCE, () -> phone.calls().size() == CALLS);
      Platform.await(
          "all calls to be in the menu",
          PATIENCE,
          () -> Platform.shared().gauges().number("Media", "OpenSessions") >= CALLS);
      List<String> keys = new ArrayList<>();
      phone
          .calls()
          .forEach(
              call -> {
                String key = Integer.toString(keys.size() % WAYS.size());
                keys.add(key);
                call.media().sendDigits(key, KEY);
              });

      List<String> ways = new ArrayList<>();
      for (JsonObject call : calls) {
        JsonObject run = tenant.ended(call.getString("activeflow_id"));
        assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
        List<String> executed = FlowTenant.executed(run);
        assertThat(executed).containsSubsequence("menu", "key", "branch", "end");
        ways.addAll(executed.stream().filter(WAYS::contains).toList());
      }

      for (int key = 0; key < WAYS.size(); key++) {
        String digit = Integer.toString(key);
        assertThat(ways.stream().filter(WAYS.get(key)::equals).count())
            .isEqualTo(keys.stream().filter(digit::equals).count());
      }
      assertThat(phone.calls()).allSatisfy(call -> call.awaitEnd(PATIENCE));
      Waiting.until(() -> Platform.shared().gauges().busy().isEmpty(), DRAIN);
      assertThat(Platform.shared().gauges().busy()).isEmpty();
    }
  }
}
