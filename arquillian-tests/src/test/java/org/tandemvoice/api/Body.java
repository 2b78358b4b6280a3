package org.tandemvoice.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Bodies of requests, written with single quotes to be readable in Java. */
final class Body {

  private Body() {}

  static JsonObject of(String json) {
    try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
      return reader.readObject();
    }
  }
}
