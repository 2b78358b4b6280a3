package org.tandemvoice.peer.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A request that reached a sink: when, with which headers (names in lower case) and body. */
public record ReceivedEvent(
    Instant at, String method, Map<String, String> headers, String body, int answered) {

  public JsonObject json() {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  public String type() {
    return json().getString("type");
  }

  public JsonObject data() {
    return json().getJsonObject("data");
  }

  /** The id of the resource. */
  public String resource() {
    return data().getString("id");
  }

  public String eventId() {
    return header("x-voipbin-event-id");
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return type()
        + " of "
        + resource()
        + " attempt "
        + header("x-voipbin-attempt")
        + ": "
        + answered;
  }

  /** From the event to its arrival, both by the clock of this machine. */
  public Duration latency() {
    return Duration.between(Instant.parse(header("x-voipbin-event-time")), at);
  }
}
