package org.tandemvoice.flow.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** The variables of one execution, never more than the contract allows (contract section 3). */
public final class FlowVariables {

  public static final FlowVariables NONE = new FlowVariables(Map.of());

  private static final int MOST_KEYS = 100;
  private static final int MOST_VALUE_BYTES = 32 * 1024;
  private static final int MOST_BYTES = 64 * 1024;

  private final Map<String, String> values;

  private FlowVariables(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @throws PlatformException {@code INVALID_VARIABLES}
   */
  public static FlowVariables of(Map<String, String> values) {
    if (values.size() > MOST_KEYS) {
      throw refused(values.size() + " variables: give at most " + MOST_KEYS);
    }
    long total = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (entry.getKey().isBlank()) {
        throw refused("a variable has no name: give it one");
      }
      int size = bytes(entry.getValue());
      if (size > MOST_VALUE_BYTES) {
        throw refused(entry.getKey() + " has " + size + " bytes: give at most " + MOST_VALUE_BYTES);
      }
      total += size + bytes(entry.getKey());
    }
    if (total > MOST_BYTES) {
      throw refused("all together have " + total + " bytes: give at most " + MOST_BYTES);
    }
    return new FlowVariables(new LinkedHashMap<>(values));
  }

  /** As they are kept in the database. */
  public static FlowVariables parse(String json) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonText.object(json)
        .forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
    return new FlowVariables(values);
  }

  /** These and one more, or one with another value. */
  public FlowVariables with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return of(changed);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public JsonObject json() {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    values.forEach(json::add);
    return json.build();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static PlatformException refused(String message) {
    return new PlatformException(ErrorCode.INVALID_VARIABLES, "variables: " + message);
  }
}
