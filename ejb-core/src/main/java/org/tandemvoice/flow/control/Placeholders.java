package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in texts: {@code {{name}}} and {@code ${name}} alike (C-75). */
public final class Placeholders {

  private static final Pattern ANY = Pattern.compile("\\{\\{([^{}]*)}}|\\$\\{([^{}]*)}");

  private Placeholders() {}

  public static boolean isIn(String text) {
    return ANY.matcher(text).find();
  }

  /** The text with each of them replaced; values are not searched again. */
  public static String fill(String text, UnaryOperator<String> values) {
    return ANY.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.apply(name(found.group()))));
  }

  private static String name(String placeholder) {
    boolean isDouble = placeholder.startsWith("{{");
    return placeholder.substring(2, placeholder.length() - (isDouble ? 2 : 1)).strip();
  }

  /** The object with every text in it filled, but for the fields that are to stay. */
  static JsonObject fill(JsonObject object, Set<String> verbatim, UnaryOperator<String> values) {
    JsonObjectBuilder filled = JSON.createObjectBuilder();
    object.forEach(
        (name, value) ->
            filled.add(name, verbatim.contains(name) ? value : fillValue(value, values)));
    return filled.build();
  }

  /** In SSML a value is text, whatever characters it has. */
  private static String fillText(String text, UnaryOperator<String> values) {
    boolean isSsml = text.stripLeading().startsWith("<speak");
    return fill(text, isSsml ? name -> escaped(values.apply(name)) : values);
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  private static JsonValue fillValue(JsonValue value, UnaryOperator<String> values) {
    if (value instanceof JsonString text) {
      return JSON.createValue(fillText(text.getString(), values));
    }
    if (value instanceof JsonObject object) {
      return fill(object, Set.of(), values);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder filled = JSON.createArrayBuilder();
      array.forEach(element -> filled.add(fillValue(element, values)));
      return filled.build();
    }
    return value;
  }
}
