package org.tandemvoice.peer.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Bodies of requests, written with single quotes to be readable in Java. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * @param json an object with ' for "
   * @param values replace the %s in it, in order
   */
  public static JsonObject of(String json, Object... values) {
    String text = String.format(json, values).replace('\'', '"');
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
