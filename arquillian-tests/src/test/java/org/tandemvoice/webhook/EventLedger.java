package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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

/** Compares what a server has committed with what has reached a sink. */
record EventLedger(ApiClient api, EventSink sink) {

  private static final int PAGE = 100;

  /** All calls of the customer. */
  List<JsonObject> calls() {
    List<JsonObject> calls = new ArrayList<>();
    String token = "";
    while (true) {
      JsonObject page =
          api.get("/v1.0/calls?page_size=" + PAGE + "&page_token=" + token).expect(200).object();
      List<JsonObject> items = page.getJsonArray("result").getValuesAs(JsonObject.class);
      calls.addAll(items);
      if (items.size() < PAGE) {
        return calls;
      }
      token = page.getString("next_page_token").replace("+", "%2B").replace(" ", "%20");
    }
  }

  void awaitAllOver(Duration patience) {
    boolean isOver =
        Waiting.until(
            () -> calls().stream().allMatch(call -> call.getString("status").equals("hangup")),
            patience);
    assertThat(isOver).as("every call is over within %s", patience).isTrue();
  }

  /**
   * Every committed event arrives at least once, those of a call for the first time in the order of
   * their commits, and no id comes with two bodies. Returns how many different events there are.
   */
  int assertComplete(Duration patience) {
    Map<String, List<String>> committed = new HashMap<>();
    calls().forEach(call -> committed.put(call.getString("id"), committed(call.getString("id"))));
    Set<String> expected = new HashSet<>();
    committed.values().forEach(expected::addAll);
    Waiting.until(() -> arrivedIds().containsAll(expected), patience);

    assertThat(arrivedIds()).containsAll(expected);
    committed.forEach(
        (call, ids) ->
            assertThat(firstArrivals(call, expected)).as("order of call %s", call).isEqualTo(ids));
    assertThat(bodiesOfOneId()).as("ids with more than one body").isEmpty();
    return expected.size();
  }

  private List<String> committed(String call) {
    return api.get("/v1.0/calls/" + call + "/events").expect(200).result().stream()
        .map(event -> event.asJsonObject().getString("id"))
        .toList();
  }

  private Set<String> arrivedIds() {
    Set<String> ids = new HashSet<>();
    sink.received().forEach(event -> ids.add(event.eventId()));
    return ids;
  }

  private List<String> firstArrivals(String call, Set<String> recorded) {
    Set<String> ids = new LinkedHashSet<>();
    sink.received().stream()
        .filter(event -> event.body().contains(call) && event.resource().equals(call))
        .map(ReceivedEvent::eventId)
        .filter(recorded::contains)
        .forEach(ids::add);
    return List.copyOf(ids);
  }

  private Set<String> bodiesOfOneId() {
    Map<String, String> bodies = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (ReceivedEvent event : sink.received()) {
      String known = bodies.putIfAbsent(event.eventId(), event.body());
      if (known != null && !known.equals(event.body())) {
        twice.add(event.eventId());
      }
    }
    return twice;
  }
}
