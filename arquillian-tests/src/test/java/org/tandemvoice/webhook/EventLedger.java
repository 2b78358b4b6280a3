package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.peer.web.ReceivedEvent;

/**
 * Compares what a server has committed with what has reached a sink, round by round: a call that is
 * over is compared once, an id is remembered for ever.
 */
final class EventLedger {

  private static final int PAGE = 100;
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final ApiClient api;
  private final EventSink sink;
  private final Set<String> compared = new HashSet<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Set<String>> arrived = new HashMap<>();
  private int requests;
  private int events;

  EventLedger(ApiClient api, EventSink sink) {
    this.api = api;
    this.sink = sink;
  }

  int calls() {
    return compared.size();
  }

  /** Different ones that were committed. */
  int events() {
    return events;
  }

  /** What has reached the sink, repetitions and second names included. */
  int requests() {
    return requests;
  }

  /**
   * Every call of the round is over in time, and then every event of it arrives at least once,
   * those of a call for the first time in the order of their commits, and no id has come with two
   * bodies.
   */
  void assertRound(Duration patience) {
    List<JsonObject> calls = new ArrayList<>();
    boolean isOver =
        Waiting.until(
            () -> {
              calls.clear();
              calls.addAll(fresh());
              return calls.stream().allMatch(call -> call.getString("status").equals("hangup"));
            },
            patience,
            INTERVAL);
    assertThat(isOver).as("every call is over within %s: %s", patience, calls).isTrue();

    Map<String, List<String>> committed = new HashMap<>();
    calls.forEach(call -> committed.put(call.getString("id"), committed(call.getString("id"))));
    Set<String> expected = new HashSet<>();
    committed.values().forEach(expected::addAll);
    Waiting.until(() -> hear().containsAll(expected), patience, INTERVAL);

    assertThat(bodies.keySet()).containsAll(expected);
    committed.forEach(
        (call, ids) -> {
          List<String> first = arrived.get(call).stream().filter(expected::contains).toList();
          assertThat(first).as("order of call %s", call).isEqualTo(ids);
        });
    events += expected.size();
    compared.addAll(committed.keySet());
  }

  /** The calls that have not been compared; they are the newest. */
  private List<JsonObject> fresh() {
    List<JsonObject> fresh = new ArrayList<>();
    String token = "";
    while (true) {
      JsonObject page =
          api.get("/v1.0/calls?page_size=" + PAGE + "&page_token=" + token).expect(200).object();
      List<JsonObject> items = page.getJsonArray("result").getValuesAs(JsonObject.class);
      List<JsonObject> unknown =
          items.stream().filter(call -> !compared.contains(call.getString("id"))).toList();
      fresh.addAll(unknown);
      if (unknown.size() < PAGE) {
        return fresh;
      }
      token = URLEncoder.encode(page.getString("next_page_token"), StandardCharsets.UTF_8);
    }
  }

  private List<String> committed(String call) {
    return api.get("/v1.0/calls/" + call + "/events").expect(200).result().stream()
        .map(event -> event.asJsonObject().getString("id"))
        .toList();
  }

  /** Takes in what has come; all ids that ever came. */
  private Set<String> hear() {
    for (ReceivedEvent event : sink.take()) {
      requests++;
      String known = bodies.putIfAbsent(event.eventId(), event.body());
      assertThat(known == null || known.equals(event.body()))
          .as("%s came as %s and as %s", event.eventId(), known, event.body())
          .isTrue();
      arrived
          .computeIfAbsent(event.resource(), resource -> new LinkedHashSet<>())
          .add(event.eventId());
    }
    return bodies.keySet();
  }
}
