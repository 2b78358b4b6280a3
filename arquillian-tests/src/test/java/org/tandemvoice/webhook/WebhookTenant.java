package org.tandemvoice.webhook;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;

/** What tests ask of the webhooks of one customer. */
record WebhookTenant(ApiClient api) {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** A new webhook; further fields begin with a comma. */
  JsonObject webhook(String url, String fields) {
    return api.post("/v1.0/webhooks", json("{'url':'" + url + "'" + fields + "}"))
        .expect(200)
        .object();
  }

  /** A call to an extension nobody is registered for: it is created and ends. */
  String shortCall(String extension) {
    return api.call(extension, ApiClient.action("answer"));
  }

  List<JsonObject> deliveries(String webhook) {
    JsonArray result = api.get("/v1.0/webhooks/" + webhook + "/deliveries").expect(200).result();
    return result.getValuesAs(JsonObject.class);
  }

  /** The first delivery that is as wanted, once there is one. */
  JsonObject awaitDelivery(String webhook, Predicate<JsonObject> wanted) {
    AtomicReference<JsonObject> found = new AtomicReference<>();
    boolean isThere =
        Waiting.until(
            () -> {
              deliveries(webhook).stream().filter(wanted).findFirst().ifPresent(found::set);
              return found.get() != null;
            },
            PATIENCE);
    if (!isThere) {
      throw new AssertionError("no such delivery among " + deliveries(webhook));
    }
    return found.get();
  }

  /** JSON with single quotes, to be readable in Java. */
  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }
}
