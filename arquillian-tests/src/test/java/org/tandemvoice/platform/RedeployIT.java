package org.tandemvoice.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;

/** The application is taken off a running server and put on again. */
@PlatformTest
class RedeployIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void doesNotAddUp() throws IOException {
    try (PlatformProcess server = PlatformProcess.start("redeploy", Map.of());
        Office office = Office.at(server.platform())) {
      SoftPhone anna = office.registered();
      SoftPhone bert = office.registered();
      call(anna, bert);

      for (int i = 0; i < 3; i++) {
        redeploy(server.platform());
      }

      call(anna, bert);
      for (String once : List.of("MediaResourceAdapter", "MobicentsContainer")) {
        Platform.await("one " + once, PATIENCE, () -> instances(server, once) == 1);
      }
      assertThat(instances(server, "SipResourceAdapter")).isEqualTo(1);
    }
  }

  private static void call(SoftPhone caller, SoftPhone called) {
    OutgoingCall dialling = caller.dial(called.account().addressOfRecord());
    called.expectCall().answer();
    Call call = dialling.expectAnswer();
    call.hangUp();
  }

  private static void redeploy(Platform platform) throws IOException {
    ModelNode operation = new ModelNode();
    operation.get("operation").set("redeploy");
    operation.get("address").add("deployment", "tandem.ear");
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(
            InetAddress.getLoopbackAddress(), platform.managementPort())) {
      ModelNode answer = client.execute(operation);
      assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
    }
    platform.awaitReady();
  }

  /** How many objects of a class of ours are alive, all its class loaders taken together. */
  private static long instances(PlatformProcess server, String simpleName) {
    return server
        .platform()
        .liveObjects()
        .lines()
        .map(String::strip)
        .filter(line -> line.split("\\s+").length >= 4)
        .map(line -> line.split("\\s+"))
        .filter(columns -> columns[3].endsWith("." + simpleName))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }
}
