package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/** Finds the action of a type. The only class that knows there are many. */
@ApplicationScoped
public class FlowActions {

  private static final int LONGEST_TYPE = 64;

  private final Map<String, FlowAction> byType = new HashMap<>();

  protected FlowActions() {}

  @Inject
  public FlowActions(@Any Instance<FlowAction> actions) {
    this((Iterable<FlowAction>) actions);
  }

  FlowActions(Iterable<FlowAction> actions) {
    for (FlowAction action : actions) {
      FlowAction twin = byType.put(action.type(), action);
      if (twin != null) {
        throw new IllegalStateException("two flow actions are called " + action.type());
      }
    }
  }

  public Optional<FlowAction> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /**
   * Refuses a list of actions that could not run.
   *
   * @param field its name in the request, for messages
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the action's index and field
   */
  public void check(JsonArray actions, String field) {
    for (int i = 0; i < actions.size(); i++) {
      String path = field + "[" + i + "]";
      if (actions.get(i).getValueType() != JsonValue.ValueType.OBJECT) {
        throw PlatformException.invalid(path, "an action is an object with a type");
      }
      prepare(actions.getJsonObject(i), path);
    }
  }

  /** Reads one action. */
  Prepared prepare(JsonObject action, String path) {
    JsonFields fields = JsonFields.of(action, path);
    String type = fields.requiredText("type", LONGEST_TYPE);
    FlowAction found =
        find(type)
            .orElseThrow(
                () ->
                    fields.invalid(
                        "type",
                        "is \"" + type + "\": give one of " + new TreeSet<>(byType.keySet())));
    return new Prepared(found, found.prepare(fields.object("option")));
  }

  /** An action type and one use of it. */
  record Prepared(FlowAction action, Instruction instruction) {}
}
