package org.tandemvoice.call.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.tandemvoice.json.control.JsonFields;

/**
 * What a customer notes about a call when ordering it: an object of any members, shown with the
 * call and in its events, and of no effect on it.
 */
public final class CallMetadata {

  /** Nothing is noted. */
  public static final JsonObject NONE = JsonValue.EMPTY_JSON_OBJECT;

  private static final String FIELD = "metadata";
  private static final int MOST_BYTES = 16_384;

  private CallMetadata() {}

  /**
   * Reads the {@code metadata} of an order; nothing if it is missing.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT}
   */
  public static JsonObject read(JsonFields body) {
    JsonObject given = body.object(FIELD).json();
    String text = given.toString();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw body.invalid(FIELD, "has " + bytes.length + " bytes: give at most " + MOST_BYTES);
    }
    if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      throw body.invalid(FIELD, "has half of a surrogate pair: leave it out");
    }
    return given;
  }
}
