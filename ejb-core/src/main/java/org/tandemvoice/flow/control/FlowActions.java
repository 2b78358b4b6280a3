package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tandemvoice.json.control.JsonFields;

/** Finds the action of a type. The only class that knows there are many. */
@ApplicationScoped
public class FlowActions {

  private static final int LONGEST_TYPE = 64;

  private final Map<String, FlowAction> byType = new HashMap<>();
  private final SortedSet<String> types = new TreeSet<>();

  protected FlowActions() {}

  @Inject
  public FlowActions(@Any Instance<FlowAction> actions) {
    this((Iterable<FlowAction>) actions);
  }

  FlowActions(Iterable<FlowAction> actions) {
    for (FlowAction action : actions) {
      types.add(action.type());
      add(action.type(), action);
      action.aliases().forEach(alias -> add(alias, action));
    }
  }

  private void add(String name, FlowAction action) {
    if (byType.put(name, action) != null) {
      throw new IllegalStateException("two flow actions are called " + name);
    }
  }

  /**
   * The action of the type the field {@code type} names, or of an alias of it.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  FlowAction of(JsonFields action) {
    String type = action.requiredText("type", LONGEST_TYPE);
    FlowAction found = byType.get(type);
    if (found == null) {
      throw action.invalid("type", "is \"" + type + "\": give one of " + types);
    }
    return found;
  }
}
