package org.tandemvoice.flow.control;

import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.json.control.JsonFields;

/** Reads the variables a client gives an execution: an object of texts. */
public final class VariableReader {

  private VariableReader() {}

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     variable, {@code INVALID_VARIABLES}
   */
  public static FlowVariables read(JsonFields body) {
    JsonFields given = body.object("variables");
    Map<String, String> values = new LinkedHashMap<>();
    given
        .json()
        .forEach(
            (name, value) -> {
              if (!(value instanceof JsonString text)) {
                throw given.invalid(name, "is " + value + ": give a string");
              }
              values.put(name, text.getString());
            });
    return FlowVariables.of(values);
  }
}
