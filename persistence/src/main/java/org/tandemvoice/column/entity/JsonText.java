package org.tandemvoice.column.entity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * JSON kept as text in a {@code longtext} column, which is the one form both databases hand back
 * unchanged.
 */
public final class JsonText {

  /**
   * What it makes shares its buffers. {@code Json} looks a provider up at each call, and so has a
   * buffer of 8 KB made for each text.
   */
  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonText() {}

  public static JsonObject object(String text) {
    if (text.equals("{}")) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  public static JsonArray array(String text) {
    if (text.equals("[]")) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** The ids in a JSON array of strings. */
  public static List<UUID> uuids(String text) {
    return array(text).getValuesAs(JsonString.class).stream()
        .map(value -> UUID.fromString(value.getString()))
        .toList();
  }

  /** The ids in a JSON array of strings, and this one behind them. */
  public static String with(String text, UUID id) {
    return ofUuids(Stream.concat(uuids(text).stream(), Stream.of(id)).toList());
  }

  /** The ids in a JSON array of strings, but this one. */
  public static String without(String text, UUID id) {
    return ofUuids(uuids(text).stream().filter(other -> !other.equals(id)).toList());
  }

  public static String ofUuids(List<UUID> uuids) {
    var array = JSON.createArrayBuilder();
    uuids.forEach(uuid -> array.add(uuid.toString()));
    return array.build().toString();
  }

  /** The texts of a JSON array of strings. */
  public static List<String> texts(String text) {
    return array(text).getValuesAs(JsonString::getString);
  }

  public static String ofTexts(List<String> texts) {
    return JSON.createArrayBuilder(texts).build().toString();
  }

  /** The members of a JSON object of strings. */
  public static Map<String, String> textsByName(String text) {
    JsonObject object = object(text);
    Map<String, String> texts = new TreeMap<>();
    object.keySet().forEach(name -> texts.put(name, object.getString(name)));
    return texts;
  }

  public static String ofTexts(Map<String, String> texts) {
    var object = JSON.createObjectBuilder();
    texts.forEach(object::add);
    return object.build().toString();
  }
}
