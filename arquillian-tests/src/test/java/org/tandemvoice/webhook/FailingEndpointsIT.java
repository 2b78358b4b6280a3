package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.peer.web.ReceivedEvent;
import org.tandemvoice.platform.PlatformTest;
import org.tandemvoice.platform.TestCertificate;

/** Endpoints that fail, each in its way, beside one that does not. */
@PlatformTest
class FailingEndpointsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String CREATED = ",'events':['call_created']";

  private final List<EventSink> sinks = new ArrayList<>();
  private Office office;
  private WebhookTenant tenant;
  private String extension;

  @BeforeEach
  void open() {
    office = Office.open();
    tenant = new WebhookTenant(office.api());
    extension = office.extension().user();
  }

  @AfterEach
  void close() {
    office.close();
    sinks.forEach(EventSink::close);
  }

  private EventSink sink() {
    EventSink sink = EventSink.open();
    sinks.add(sink);
    return sink;
  }

  private String webhook(EventSink sink, String fields) {
    return tenant.webhook(sink.url(), fields).getString("id");
  }

  @Test
  void triesThreeTimesAndSaysWhatWentWrong() {
    EventSink elsewhere = sink();
    EventSink refusing = sink().answering(500);
    String broken = webhook(refusing, CREATED);
    EventSink silent = sink().answering(EventSink.HANG);
    String hanging = webhook(silent, CREATED);
    String closing = webhook(sink().answering(EventSink.CLOSE), CREATED);
    String redirecting = webhook(sink().redirectingTo(elsewhere.url()), CREATED);
    EventSink late = sink().slow(Duration.ofSeconds(3));
    String slow = webhook(late, CREATED);
    EventSink untrusted = EventSink.open(TestCertificate.make("webhook").identity());
    sinks.add(untrusted);
    String selfSigned = webhook(untrusted, CREATED);
    String patient = webhook(sink().answering(500), CREATED + ",'retry':'extended'");

    tenant.shortCall(extension);

    assertFailed(broken, 500, "the server answered 500");
    assertFailed(closing, 0, "Connection failed");
    assertFailed(redirecting, 307, "the server answered 307");
    assertFailed(selfSigned, 0, "SSLHandshakeException");
    assertThat(untrusted.received()).isEmpty();
    assertThat(elsewhere.received()).isEmpty();
    JsonObject waiting = tenant.awaitDelivery(patient, one -> one.getInt("attempts") == 3);
    assertThat(waiting.getString("status")).as("it is tried again for days").isEqualTo("pending");
    JsonObject taken = tenant.awaitDelivery(slow, FailingEndpointsIT::isOver);
    assertThat(taken.getString("status")).isEqualTo("delivered");
    assertThat(taken.getInt("attempts")).isEqualTo(1);
    assertThat(late.received()).hasSize(1);
    assertFailed(hanging, 0, "Connection timeout");
    assertThat(gap(refusing, 1)).isBetween(Duration.ofMillis(700), Duration.ofMillis(1_900));
    assertThat(gap(refusing, 2)).isBetween(Duration.ofMillis(1_700), Duration.ofMillis(2_900));
    assertThat(gap(silent, 1)).isBetween(Duration.ofMillis(5_500), Duration.ofMillis(7_500));
  }

  /** 30 s after the third; by {@code -Dtandem.patience=true} only. */
  @Test
  @EnabledIfSystemProperty(named = "tandem.patience", matches = "true")
  void triesAFourthTimeWhereTheCustomerWantsPatience() {
    EventSink refusing = sink();
    refusing.answering(event -> event.header("x-voipbin-attempt").equals("4") ? 200 : 500);
    String patient = webhook(refusing, CREATED + ",'retry':'extended'");

    tenant.shortCall(extension);
    refusing.await(event -> event.header("x-voipbin-attempt").equals("4"), LONG);

    JsonObject taken = tenant.awaitDelivery(patient, FailingEndpointsIT::isOver);
    assertThat(taken.getString("status")).isEqualTo("delivered");
    assertThat(taken.getInt("attempts")).isEqualTo(4);
    System.out.printf("MEASURED the fourth attempt came %s after the third%n", gap(refusing, 3));
    assertThat(gap(refusing, 3)).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(36));
  }

  private void assertFailed(String webhook, int code, String error) {
    JsonObject delivery = tenant.awaitDelivery(webhook, FailingEndpointsIT::isOver);
    assertThat(delivery.getString("status")).isEqualTo("failed");
    assertThat(delivery.getInt("http_code")).isEqualTo(code);
    assertThat(delivery.getInt("attempts")).isEqualTo(3);
    assertThat(delivery.getString("error")).contains(error);
    assertThat(delivery.getString("last_attempt")).startsWith("20");
  }

  private static boolean isOver(JsonObject delivery) {
    return !delivery.getString("status").equals("pending");
  }

  /** Between an attempt and the one before. */
  private static Duration gap(EventSink sink, int attempt) {
    List<ReceivedEvent> received = sink.received();
    return Duration.between(received.get(attempt - 1).at(), received.get(attempt).at());
  }

  @Test
  void holdsBackOnlyTheCallWhoseEventFails() {
    EventSink sink = sink();
    webhook(sink, ",'events':['call_created','call_hungup']");
    String[] failing = {""};
    sink.answering(
        event -> {
          boolean isFirst = failing[0].isEmpty();
          if (isFirst) {
            failing[0] = event.resource();
          }
          boolean isRefused =
              event.resource().equals(failing[0])
                  && event.type().equals("call_created")
                  && !event.header("x-voipbin-attempt").equals("3");
          return isRefused ? 503 : 200;
        });

    String blocked = tenant.shortCall(extension);
    sink.await(event -> event.resource().equals(blocked), PATIENCE);
    String free = tenant.shortCall(extension);

    sink.await(
        event -> event.resource().equals(blocked) && event.type().equals("call_hungup"), PATIENCE);
    assertThat(sink.types(blocked))
        .containsExactly("call_created", "call_created", "call_created", "call_hungup");
    assertThat(sink.types(free)).containsExactly("call_created", "call_hungup");
    int end = indexOfEnd(sink, free);
    assertThat(end).isLessThan(indexOfEnd(sink, blocked));
  }

  private static int indexOfEnd(EventSink sink, String call) {
    List<ReceivedEvent> received = sink.received();
    for (int i = 0; i < received.size(); i++) {
      if (received.get(i).resource().equals(call) && received.get(i).type().equals("call_hungup")) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void endpointsThatFailDelayNoOtherOfTheirCustomerOrOfAnother() {
    EventSink healthy = sink();
    webhook(healthy, "");
    webhook(sink().answering(EventSink.HANG), "");
    webhook(sink().answering(500), "");
    webhook(sink().answering(EventSink.CLOSE), "");
    webhook(sink().redirectingTo(healthy.url()), "");
    webhook(sink().slow(Duration.ofSeconds(3)), "");
    try (Office neighbour = Office.open()) {
      EventSink next = sink();
      new WebhookTenant(neighbour.api()).webhook(next.url(), "");
      String desk = neighbour.extension().user();

      List<String> calls = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(tenant.shortCall(extension));
        others.add(new WebhookTenant(neighbour.api()).shortCall(desk));
      }

      assertPrompt("another endpoint of the customer", healthy, calls);
      assertPrompt("the endpoint of another customer", next, others);
    }
  }

  private static void assertPrompt(String whose, EventSink healthy, List<String> calls) {
    for (String call : calls) {
      healthy.await(
          event -> event.resource().equals(call) && event.type().equals("call_hangup"), PATIENCE);
    }
    List<Duration> latencies =
        healthy.received().stream().map(ReceivedEvent::latency).sorted().toList();
    Duration median = latencies.get(latencies.size() / 2);
    System.out.printf(
        "MEASURED beside 5 failing endpoints, %s: %d events, latency p50 %s, highest %s%n",
        whose, latencies.size(), median, latencies.get(latencies.size() - 1));
    assertThat(median).isLessThan(Duration.ofMillis(500));
  }
}
