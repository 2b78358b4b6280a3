package org.tandemvoice.peer.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;

/** A client of the event stream. */
public final class EventListener implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<JsonObject> received = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final AtomicInteger pings = new AtomicInteger();
  private WebSocket socket;

  /**
   * @param uri with its credential
   */
  public static EventListener at(URI uri) {
    EventListener listener = new EventListener();
    listener.socket = HTTP.newWebSocketBuilder().buildAsync(uri, listener).join();
    return listener;
  }

  /** Sends a text as it is. */
  public EventListener say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  public EventListener subscribe(String... topics) {
    return say(message("subscribe", topics).toString());
  }

  /** Subscribes and has repeated what followed an event. */
  public EventListener subscribeBehind(String eventId, String... topics) {
    return say(
        Json.createObjectBuilder(message("subscribe", topics))
            .add("last_event_id", eventId)
            .build()
            .toString());
  }

  public EventListener unsubscribe(String... topics) {
    return say(message("unsubscribe", topics).toString());
  }

  private static JsonObject message(String type, String... topics) {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("topics", Json.createArrayBuilder(List.of(topics)))
        .build();
  }

  public List<JsonObject> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** The types of the events of one resource, in the order of their arrival. */
  public List<String> types(String resource) {
    return received().stream()
        .filter(event -> event.getJsonObject("data").getString("id").equals(resource))
        .map(event -> event.getString("type"))
        .toList();
  }

  public JsonObject await(Predicate<JsonObject> wanted, Duration patience) {
    if (!Waiting.until(() -> received().stream().anyMatch(wanted), patience)) {
      throw new AssertionError("waited " + patience + " in vain for an event; came: " + received());
    }
    return received().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** The code the server closes the connection with. */
  public int awaitClose(Duration patience) {
    return closed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      try (var reader = Json.createReader(new StringReader(part.toString()))) {
        JsonObject event = reader.readObject();
        synchronized (received) {
          received.add(event);
        }
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** How often the server has asked whether somebody is there. */
  public int pings() {
    return pings.get();
  }

  /** It is answered by who calls this. */
  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
