package org.tandemvoice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.DeafListener;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** WebSocket /v1.0/ws: topics, permissions, order and replay. */
@PlatformTest
class EventSocketIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** A client may take nothing for ten seconds (contract section 13); and much more. */
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

  private final List<EventListener> listeners = new ArrayList<>();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Office office;
  private ApiClient api;
  private String key;
  private String customer;
  private String extension;

  @BeforeEach
  void open() {
    office = Office.open();
    api = office.api();
    customer = api.customerId();
    JsonObject order =
        Json.createObjectBuilder().add("name", "socket").add("expire", 86_400).build();
    key = api.post("/v1.0/accesskeys", order).expect(200).object().getString("token");
    extension = office.extension().user();
  }

  @AfterEach
  void close() {
    listeners.forEach(EventListener::close);
    office.close();
  }

  private EventListener connect(String path) {
    String base = Platform.shared().api().toString().replaceFirst("http", "ws");
    EventListener listener = EventListener.at(URI.create(base + path));
    listeners.add(listener);
    return listener;
  }

  private EventListener connect() {
    return connect("/v1.0/ws?accesskey=" + key);
  }

  private String call() {
    return api.call(extension, action("answer"));
  }

  /** The end of a call is told under three names: this is the last. */
  private static boolean isEnd(JsonObject event, String call) {
    JsonObject data = event.getJsonObject("data");
    return event.getString("type").equals("call_updated")
        && data.getString("status").equals("hangup")
        && data.getString("id").equals(call);
  }

  @Test
  void tellsWhatIsSubscribedInOrderUnderBothNames() {
    EventListener starred = connect().subscribe("customer_id:" + customer + ":call:*");
    EventListener plain =
        connect("/v1/ws?accesskey=" + key).subscribe("customer_id:" + customer + ":call");
    EventListener other = connect().subscribe("customer_id:" + customer + ":transcript:*");
    settle(starred, plain);

    String id = call();

    starred.await(event -> isEnd(event, id), PATIENCE);
    plain.await(event -> isEnd(event, id), PATIENCE);
    List<String> types = starred.types(id);
    assertThat(types).startsWith("call_created").contains("call_hungup", "call_hangup");
    assertThat(types.indexOf("call_created")).isLessThan(types.indexOf("call_hungup"));
    assertThat(plain.types(id)).isEqualTo(types);
    assertThat(other.received()).isEmpty();
  }

  /** A subscription is not confirmed: calls until each listener hears one. Noise is ignored. */
  private void settle(EventListener... all) {
    for (EventListener listener : all) {
      listener.say("not JSON").say("{\"type\":\"unknown\"}");
      assertThat(Waiting.until(() -> hears(listener, call()), PATIENCE.multipliedBy(2))).isTrue();
    }
  }

  private static boolean hears(EventListener listener, String call) {
    return Waiting.until(
        () -> listener.received().stream().anyMatch(event -> isEnd(event, call)),
        Duration.ofSeconds(3));
  }

  @Test
  void hearsOneCallOnlyAndStopsWhenUnsubscribed() {
    EventListener all = connect().subscribe("customer_id:" + customer + ":call:*");
    settle(all);
    String first = call();
    all.await(event -> isEnd(event, first), PATIENCE);
    EventListener one = connect().subscribe("customer_id:" + customer + ":call:" + first);
    all.unsubscribe("customer_id:" + customer + ":call:*");
    EventListener witness = connect().subscribe("customer_id:" + customer + ":*");
    settle(witness);

    String second = call();

    witness.await(event -> isEnd(event, second), PATIENCE);
    api.delete("/v1.0/calls/" + first).expect(200);
    one.await(event -> event.getString("type").equals("call_deleted"), PATIENCE);
    assertThat(one.types(second)).isEmpty();
    assertThat(all.types(second)).isEmpty();
  }

  @Test
  void partsWithAClientThatTakesNothingAndDelaysNoOther() {
    String topic = "customer_id:" + customer + ":*";
    String base = Platform.shared().api().toString().replaceFirst("http", "ws");
    EventListener quick = connect().subscribe(topic);
    settle(quick);
    try (DeafListener deaf =
        DeafListener.at(URI.create(base + "/v1.0/ws?accesskey=" + key), topic)) {
      Set<String> fat =
          IntStream.range(0, 200).parallel().mapToObj(i -> fatEvent()).collect(Collectors.toSet());
      assertThat(Waiting.until(() -> told(quick).containsAll(fat), PATIENCE.multipliedBy(5)))
          .isTrue();
      long begun = System.nanoTime();
      Duration slowest = Duration.ZERO;
      while (!deaf.isCutOff() && System.nanoTime() - begun < SEND_TIMEOUT.toNanos()) {
        slowest = Collections.max(List.of(slowest, timeToTell(quick)));
      }

      assertThat(deaf.isDropped(PATIENCE)).isTrue();
      System.out.printf("MEASURED beside a deaf client: calls told within %s%n", slowest);
      assertThat(slowest).isLessThan(Duration.ofSeconds(3));
      assertThat(Waiting.until(() -> quick.pings() > 0, PATIENCE.multipliedBy(2)))
          .as("a ping every 10 s (contract section 13)")
          .isTrue();
    }
  }

  /** By {@code -Dtandem.patience=true} only; another that answers stays connected. */
  @Test
  @EnabledIfSystemProperty(named = "tandem.patience", matches = "true")
  void partsWithAClientThatAnswersNoPingForAMinute() {
    String base = Platform.shared().api().toString().replaceFirst("http", "ws");
    String topic = "customer_id:" + customer + ":*";
    EventListener answering = connect().subscribe(topic);
    long begun = System.nanoTime();
    try (DeafListener deaf =
        DeafListener.at(URI.create(base + "/v1.0/ws?accesskey=" + key), topic)) {
      assertThat(deaf.isDropped(MINUTE.plusSeconds(30))).isTrue();

      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf("MEASURED a client that answers no ping is dropped after %s%n", time);
      assertThat(time).isBetween(MINUTE, MINUTE.plusSeconds(25));
      assertThat(answering.pings()).isGreaterThan(4);
      String id = call();
      answering.await(event -> isEnd(event, id), PATIENCE);
    }
  }

  /** What the events were about that a listener has heard. */
  private static Set<String> told(EventListener listener) {
    return listener.received().stream()
        .map(event -> event.getJsonObject("data").getString("id"))
        .collect(Collectors.toSet());
  }

  /** An event of 60 KB: a hundred of them fill what a connection of Linux holds, which is 4 MB. */
  private String fatEvent() {
    String fat = "x".repeat(30_000);
    JsonObject order =
        Json.createObjectBuilder()
            .add("variables", Json.createObjectBuilder().add("one", fat).add("two", fat))
            .add("actions", Json.createArrayBuilder().add(action("hangup")))
            .build();
    return api.post("/v1.0/activeflows", order).expect(200).object().getString("id");
  }

  /** How long it takes until a listener has heard the end of a call. */
  private Duration timeToTell(EventListener listener) {
    long begun = System.nanoTime();
    String id = call();
    listener.await(event -> isEnd(event, id), PATIENCE);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void closesOnATopicOfSomebodyElse() {
    try (Office other = Office.open()) {
      EventListener curious = connect();

      curious.subscribe("customer_id:" + other.api().customerId() + ":call:*");

      assertThat(curious.awaitClose(PATIENCE)).isEqualTo(1008);
    }
    assertThat(connect().subscribe("everything").awaitClose(PATIENCE)).isEqualTo(1008);
  }

  @Test
  void letsNobodyInWithoutACredential() {
    assertThatThrownBy(() -> connect("/v1.0/ws"))
        .hasCauseInstanceOf(WebSocketHandshakeException.class)
        .satisfies(
            failure ->
                assertThat(
                        ((WebSocketHandshakeException) failure.getCause())
                            .getResponse()
                            .statusCode())
                    .isEqualTo(401));
    assertThatThrownBy(() -> connect("/v1.0/ws?token=nonsense"))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void repeatsWhatFollowedAnEventAndGoesOnLive() {
    EventListener before = connect().subscribe("customer_id:" + customer + ":call:*");
    settle(before);
    String first = call();
    JsonObject seen =
        before.await(
            event ->
                event.getString("type").equals("call_created")
                    && event.getJsonObject("data").getString("id").equals(first),
            PATIENCE);
    before.await(event -> isEnd(event, first), PATIENCE);
    before.close();
    List<String> missed = List.of(call(), call(), call());
    missed.forEach(id -> api.awaitStatus(id, "hangup", PATIENCE));

    EventListener again =
        connect()
            .subscribeBehind(seen.getString("event_id"), "customer_id:" + customer + ":call:*");
    missed.forEach(id -> again.await(event -> isEnd(event, id), PATIENCE));
    String live = call();

    again.await(event -> isEnd(event, live), PATIENCE);
    assertThat(again.types(first)).doesNotContain("call_created").contains("call_hungup");
    assertThat(again.received().stream().map(event -> event.getString("event_id")))
        .doesNotHaveDuplicates();
    assertThat(again.types(live)).isEqualTo(again.types(missed.get(0)));
  }
}
