package org.tandemvoice.peer.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Optional;

/** An HTTP answer: status, request id and body. */
public record ApiAnswer(String request, int status, Optional<String> requestId, String body) {

  /** This answer when its status is the expected one, else a failure that shows the body. */
  public ApiAnswer expect(int expected) {
    if (status != expected) {
      throw new AssertionError(
          "Expected " + expected + " to " + request + " but got " + status + ": " + body);
    }
    return this;
  }

  public JsonObject object() {
    return (JsonObject) json();
  }

  public JsonArray array() {
    return (JsonArray) json();
  }

  /** The {@code result} of a list answer. */
  public JsonArray result() {
    return object().getJsonArray("result");
  }

  private JsonStructure json() {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.read();
    } catch (RuntimeException e) {
      throw new AssertionError("No JSON in the answer to " + request + ": " + body, e);
    }
  }
}
