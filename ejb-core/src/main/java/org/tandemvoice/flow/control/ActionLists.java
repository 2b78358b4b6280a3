package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;

/**
 * Takes lists of actions in: refuses those that could not run, folds aliases (C-09 to C-12) and
 * gives an id to each action that has none. Ids that were given stay as they are (C-28).
 */
@ApplicationScoped
public class ActionLists {

  private static final int LONGEST_ID = 255;

  /** An action as it was given and as it is kept. */
  private record Entry(JsonObject given, JsonObject action, String path, Instruction instruction) {}

  private FlowActions actions;
  private TimeOrderedIds ids;

  protected ActionLists() {}

  @Inject
  public ActionLists(FlowActions actions, TimeOrderedIds ids) {
    this.actions = actions;
    this.ids = ids;
  }

  /**
   * @param field the list's name in the request, for messages
   * @return the list as it is kept
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the action's index, id and field
   */
  public JsonArray read(JsonArray given, String field) {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> paths = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      Entry entry = entry(given.get(i), field + "[" + i + "]");
      entries.add(entry);
      String twin = paths.put(entry.action().getString("id"), entry.path());
      if (twin != null) {
        throw refusal(entry.given(), entry.path() + ".id", "is the id of " + twin + " as well");
      }
    }
    entries.forEach(entry -> requireTargets(entry, paths.keySet()));
    JsonArrayBuilder kept = JSON.createArrayBuilder();
    entries.forEach(entry -> kept.add(entry.action()));
    return kept.build();
  }

  private Entry entry(JsonValue given, String path) {
    if (!(given instanceof JsonObject action)) {
      throw PlatformException.invalid(path, "an action is an object with a type");
    }
    try {
      JsonFields fields = JsonFields.of(action, path);
      FlowAction type = actions.of(fields);
      JsonObject kept = kept(fields, type);
      return new Entry(action, kept, path, instruction(type, JsonFields.of(kept, path)));
    } catch (PlatformException refused) {
      FieldViolation violation = refused.violations().get(0);
      throw refusal(action, violation.field(), violation.message());
    }
  }

  /**
   * A text with variables in it is judged when the action runs: only then it is known what it says.
   */
  private static Instruction instruction(FlowAction type, JsonFields action) {
    try {
      return type.prepare(action.object("option"));
    } catch (PlatformException refused) {
      String field = refused.violations().get(0).field().substring(action.path("").length());
      if (isFilledLater(action.json(), field)) {
        return context -> Step.WAIT;
      }
      throw refused;
    }
  }

  private static boolean isFilledLater(JsonObject action, String field) {
    JsonValue found = action;
    for (String step : field.split("[.\\[\\]]+")) {
      if (found instanceof JsonObject object) {
        found = object.getOrDefault(step, JsonValue.NULL);
      } else if (found instanceof JsonArray array && step.matches("[0-9]{1,6}")) {
        int index = Integer.parseInt(step);
        found = index < array.size() ? array.get(index) : JsonValue.NULL;
      }
    }
    return found instanceof JsonString text && Placeholders.isIn(text.getString());
  }

  private JsonObject kept(JsonFields given, FlowAction type) {
    JsonObjectBuilder kept = JSON.createObjectBuilder(given.json());
    String id = given.text("id", LONGEST_ID);
    kept.add("id", id.isBlank() || ReservedIds.isNone(id) ? ids.next().toString() : id);
    given.text("next_id", LONGEST_ID);
    kept.add("type", type.type());
    kept.add("option", option(given.object("option").json(), type));
    return kept.build();
  }

  private static JsonObject option(JsonObject given, FlowAction type) {
    JsonObjectBuilder kept = JSON.createObjectBuilder();
    given.forEach(
        (name, value) -> {
          String canonical = type.optionAliases().getOrDefault(name, name);
          if (name.equals(canonical) || !given.containsKey(canonical)) {
            kept.add(canonical, value);
          }
        });
    return kept.build();
  }

  private static void requireTargets(Entry entry, Set<String> known) {
    requireTarget(entry, "next_id", entry.action().getString("next_id", ""), known);
    for (Instruction.Target target : entry.instruction().targets()) {
      requireTarget(entry, "option." + target.option(), target.actionId(), known);
    }
  }

  private static void requireTarget(Entry entry, String field, String target, Set<String> known) {
    if (!target.isEmpty()
        && !ReservedIds.isReserved(target)
        && !known.contains(target)
        && !Placeholders.isIn(target)) {
      throw refusal(
          entry.given(),
          entry.path() + "." + field,
          "is \"" + target + "\": no action of this flow has that id");
    }
  }

  private static PlatformException refusal(JsonObject action, String field, String message) {
    JsonValue id = action.get("id");
    String named =
        id instanceof JsonString text && !text.getString().isBlank()
            ? " (action \"" + text.getString() + "\")"
            : "";
    return PlatformException.invalid(field, message + named);
  }
}
