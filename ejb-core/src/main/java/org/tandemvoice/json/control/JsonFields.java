package org.tandemvoice.json.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * The fields of a JSON object a client sent. A missing field and {@code null} are the same; a field
 * of the wrong type is a {@link PlatformException} that names its path, for instance {@code
 * destinations[0].target}.
 */
public final class JsonFields {

  private static final int UUID_LENGTH = 36;
  private static final int MONEY_PLACES = 6;
  private static final UUID NIL = new UUID(0, 0);

  private final JsonObject json;
  private final String path;

  private JsonFields(JsonObject json, String path) {
    this.json = json;
    this.path = path;
  }

  /** The body of a request. */
  public static JsonFields of(JsonObject json) {
    return new JsonFields(json, "");
  }

  /** An object that is part of a request. */
  public static JsonFields of(JsonObject json, String path) {
    return new JsonFields(json, path);
  }

  public JsonObject json() {
    return json;
  }

  /** The path of a field of this object in the body. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public PlatformException invalid(String name, String message) {
    return PlatformException.invalid(path(name), message);
  }

  public boolean has(String name) {
    return value(name).isPresent();
  }

  /** Empty if missing. */
  public String text(String name) {
    return value(name).map(value -> string(name, value)).orElse("");
  }

  /** Empty if missing; refused if longer than this many characters. */
  public String text(String name, int maxLength) {
    String text = text(name);
    if (text.length() > maxLength) {
      throw invalid(name, "has " + text.length() + " characters: give at most " + maxLength);
    }
    return text;
  }

  /** This one if missing, for changes that leave out what stays. */
  public String textOr(String name, String ifMissing, int maxLength) {
    return has(name) ? text(name, maxLength) : ifMissing;
  }

  /** Must be there, but may be empty (C-60). */
  public String presentText(String name, int maxLength) {
    if (!has(name)) {
      throw invalid(name, "is missing: give a string");
    }
    return text(name, maxLength);
  }

  /** Must be there, not blank, and of one line: names that also travel in headers. */
  public String requiredLine(String name, int maxLength) {
    return line(name, requiredText(name, maxLength));
  }

  /** Empty if missing; of one line. */
  public String line(String name, int maxLength) {
    return line(name, text(name, maxLength));
  }

  private String line(String name, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw invalid(name, "has control characters: give a single line without them");
    }
    return text;
  }

  /** Must be there and not blank. */
  public String requiredText(String name, int maxLength) {
    String text = presentText(name, maxLength);
    if (text.isBlank()) {
      throw invalid(name, "is empty: give a value");
    }
    return text;
  }

  public boolean flag(String name, boolean ifMissing) {
    return value(name).map(value -> flag(name, value)).orElse(ifMissing);
  }

  /** A whole number within these bounds, both included. */
  public long integer(String name, long ifMissing, long min, long max) {
    long number = value(name).map(value -> integer(name, value)).orElse(ifMissing);
    if (has(name) && (number < min || number > max)) {
      throw invalid(name, "is " + number + ": give a whole number from " + min + " to " + max);
    }
    return number;
  }

  /**
   * A decimal number that is not below zero and not above the most, exact to six places; as a JSON
   * number, or as a string for clients that know binary fractions only.
   */
  public BigDecimal decimal(String name, BigDecimal ifMissing, BigDecimal most) {
    return value(name).map(value -> decimal(name, value, most)).orElse(ifMissing);
  }

  private BigDecimal decimal(String name, JsonValue value, BigDecimal most) {
    String wanted = "a decimal number from 0 to " + most.toPlainString() + " of up to 6 places";
    try {
      BigDecimal number =
          value instanceof JsonNumber given
              ? given.bigDecimalValue()
              : new BigDecimal(string(name, value));
      boolean isInside =
          number.signum() >= 0
              && number.compareTo(most) <= 0
              && number.stripTrailingZeros().scale() <= MONEY_PLACES;
      if (isInside) {
        return number.setScale(MONEY_PLACES);
      }
    } catch (NumberFormatException notANumber) {
      throw wrongType(name, value, wanted);
    }
    throw wrongType(name, value, wanted);
  }

  /** The nil UUID if missing or empty. */
  public UUID uuid(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return NIL;
    }
    return uuidOf(text).orElseThrow(() -> invalid(name, "is \"" + text + "\": give a UUID"));
  }

  /** An empty object if missing. */
  public JsonFields object(String name) {
    JsonObject found =
        value(name).map(value -> object(name, value)).orElse(JsonValue.EMPTY_JSON_OBJECT);
    return new JsonFields(found, path(name));
  }

  /** No objects if missing. */
  public List<JsonFields> objects(String name) {
    JsonArray found = array(name);
    List<JsonFields> objects = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      String element = name + "[" + i + "]";
      objects.add(new JsonFields(object(element, found.get(i)), path(element)));
    }
    return objects;
  }

  /** No texts if missing. */
  public List<String> texts(String name) {
    JsonArray found = array(name);
    List<String> texts = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      texts.add(string(name + "[" + i + "]", found.get(i)));
    }
    return texts;
  }

  private JsonArray array(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonArray array) {
                return array;
              }
              throw wrongType(name, value, "an array");
            })
        .orElse(JsonValue.EMPTY_JSON_ARRAY);
  }

  private Optional<JsonValue> value(String name) {
    JsonValue value = json.get(name);
    return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
  }

  private String string(String name, JsonValue value) {
    if (!(value instanceof JsonString text)) {
      throw wrongType(name, value, "a string");
    }
    if (!isStorable(text.getString())) {
      throw invalid(name, "has NUL or half of a surrogate pair: leave it out");
    }
    return text.getString();
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  private boolean flag(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw wrongType(name, value, "true or false");
    };
  }

  private long integer(String name, JsonValue value) {
    if (value instanceof JsonNumber number) {
      try {
        return number.longValueExact();
      } catch (ArithmeticException | NumberFormatException notWhole) {
        throw wrongType(name, value, "a whole number");
      }
    }
    throw wrongType(name, value, "a whole number");
  }

  private JsonObject object(String name, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrongType(name, value, "an object");
  }

  private PlatformException wrongType(String name, JsonValue value, String wanted) {
    String text = value.toString();
    String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return invalid(name, "is " + shown + ": give " + wanted);
  }

  /** Only the full form of 36 characters is an id; Java alone would take shorter ones. */
  public static Optional<UUID> uuidOf(String text) {
    if (text.length() != UUID_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
