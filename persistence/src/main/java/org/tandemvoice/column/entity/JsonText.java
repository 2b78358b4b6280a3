package org.tandemvoice.column.entity;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/**
 * JSON kept as text in a {@code longtext} column, which is the one form both databases hand back
 * unchanged.
 */
public final class JsonText {

  private JsonText() {}

  public static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  public static JsonArray array(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** The ids in a JSON array of strings. */
  public static List<UUID> uuids(String text) {
    return array(text).getValuesAs(jakarta.json.JsonString.class).stream()
        .map(value -> UUID.fromString(value.getString()))
        .toList();
  }

  public static String ofUuids(List<UUID> uuids) {
    var array = Json.createArrayBuilder();
    uuids.forEach(uuid -> array.add(uuid.toString()));
    return array.build().toString();
  }
}
