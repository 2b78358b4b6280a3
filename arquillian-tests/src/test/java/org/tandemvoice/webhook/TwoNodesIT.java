package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.peer.web.ReceivedEvent;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/** Two servers on one MariaDB: every event once to the sink, and to the sockets of both. */
@PlatformTest
class TwoNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What both nodes seal and sign with: 32 bytes in Base64. */
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void everyEventArrivesOnceWhicheverNodeMadeIt() {
    assumeTrue(System.getenv("DB_URL") != null, "H2 is for one process");
    Map<String, String> settings =
        Map.of(
            "ALLOW_PRIVATE_TARGETS",
            "true",
            "API_RATE_LIMIT",
            "0",
            "SECRET_KEY",
            KEY,
            "TOKEN_KEY",
            KEY);
    try (PlatformProcess first = PlatformProcess.start("node-first", settings);
        PlatformProcess second = first.beside("node-second", settings);
        EventSink sink = EventSink.open();
        Office office = Office.at(first.platform())) {
      String customer = office.api().customerId();
      new WebhookTenant(office.api())
          .webhook(sink.url(), ",'events':['call_created','call_hungup']");
      String extension = office.extension().user();
      JsonObject order =
          Json.createObjectBuilder().add("name", "both").add("expire", 86_400).build();
      String key =
          office.api().post("/v1.0/accesskeys", order).expect(200).object().getString("token");
      ApiClient other = second.platform().anonymous().withAccessKey(key);
      try (EventListener here = listen(first, key, customer);
          EventListener there = listen(second, key, customer)) {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
          calls.add(office.api().call(extension, ApiClient.action("answer")));
          calls.add(other.call(extension, ApiClient.action("answer")));
        }

        for (String call : calls) {
          sink.await(event -> isEnd(event.type(), event.resource(), call), PATIENCE);
          here.await(event -> isEnd(event, call), PATIENCE);
          there.await(event -> isEnd(event, call), PATIENCE);
          assertThat(sink.types(call)).containsExactly("call_created", "call_hungup");
          assertThat(there.types(call)).isEqualTo(here.types(call));
        }
        assertThat(sink.received().stream().map(ReceivedEvent::eventId)).doesNotHaveDuplicates();
      }
    }
  }

  private static EventListener listen(PlatformProcess node, String key, String customer) {
    String base = node.platform().api().toString().replaceFirst("http", "ws");
    return EventListener.at(URI.create(base + "/v1.0/ws?accesskey=" + key))
        .subscribe("customer_id:" + customer + ":call:*");
  }

  private static boolean isEnd(JsonObject event, String call) {
    return isEnd(event.getString("type"), event.getJsonObject("data").getString("id"), call);
  }

  private static boolean isEnd(String type, String resource, String call) {
    return type.equals("call_hungup") && resource.equals(call);
  }
}
