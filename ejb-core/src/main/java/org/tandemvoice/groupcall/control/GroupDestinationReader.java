package org.tandemvoice.groupcall.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.groupcall.entity.AnswerMethod;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.json.control.JsonFields;

/**
 * Reads destinations that may ring together: an address as {@link AddressReader} has it, or {@code
 * groupcall} with {@code destinations} and {@code ring_method} of its own, to any depth, or with
 * the id of an earlier groupcall as {@code target}; each with a {@code dial_timeout} in
 * milliseconds if it has one of its own. What a nested groupcall shall run is left as it was given:
 * {@code flow_id}, and its actions in the place of the plan.
 */
public final class GroupDestinationReader {

  static final int MOST = 100;

  private static final int DEEPEST = 100;
  private static final int LONGEST = 255;

  /** Shorter than a second rings nobody, longer than Timer C of proxies is cut by them. */
  private static final long SHORTEST_MS = 1_000;

  private static final long LONGEST_MS = 600_000;

  private GroupDestinationReader() {}

  /**
   * At least one destination, at most a hundred at all levels.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static List<GroupDestination> read(JsonFields body) {
    List<GroupDestination> destinations = read(body, 1);
    int size = destinations.stream().mapToInt(GroupDestination::size).sum();
    if (size > MOST) {
      throw body.invalid(
          "destinations", "has " + size + " addresses: give at most " + MOST + " in all");
    }
    return destinations;
  }

  private static List<GroupDestination> read(JsonFields body, int depth) {
    if (depth > DEEPEST) {
      throw body.invalid("destinations", "is nested more than " + DEEPEST + " deep");
    }
    List<GroupDestination> found = new ArrayList<>();
    for (JsonFields entry : body.objects("destinations")) {
      found.add(one(entry, depth));
    }
    if (found.isEmpty()) {
      throw body.invalid("destinations", "is missing: give at least one address");
    }
    return found;
  }

  private static GroupDestination one(JsonFields entry, int depth) {
    Duration timeout = Duration.ofMillis(milliseconds(entry, 0));
    if (!entry.text("type").equals("groupcall")) {
      return GroupDestination.party(AddressReader.callable(entry), timeout);
    }
    for (String name : new String[] {"target", "target_name", "name", "detail"}) {
      entry.line(name, LONGEST);
    }
    Address address = AddressColumn.address(entry.json());
    boolean isById = !entry.has("destinations") && JsonFields.uuidOf(address.target()).isPresent();
    entry.objects("actions");
    String actions = entry.has("actions") ? entry.json().getJsonArray("actions").toString() : "";
    return new GroupDestination(
        address,
        timeout,
        order(entry),
        isById ? List.of() : read(entry, depth + 1),
        entry.uuid("flow_id"),
        actions);
  }

  /** The dial timeout of all destinations that have none of their own (C-16). */
  public static Duration dialTimeout(JsonFields body) {
    return Duration.ofMillis(milliseconds(body, 30_000));
  }

  private static long milliseconds(JsonFields fields, long ifMissing) {
    return fields.integer("dial_timeout", ifMissing, SHORTEST_MS, LONGEST_MS);
  }

  public static RingOrder order(JsonFields body) {
    String text = body.text("ring_method");
    return RingOrder.of(text)
        .orElseThrow(
            () -> body.invalid("ring_method", "is \"" + text + "\": give ring_all or linear"));
  }

  public static AnswerMethod answerMethod(JsonFields body) {
    String text = body.text("answer_method");
    return AnswerMethod.of(text)
        .orElseThrow(
            () -> body.invalid("answer_method", "is \"" + text + "\": give hangup_others"));
  }
}
