package org.tandemvoice.flow.control;

import java.util.Map;
import java.util.Set;
import org.tandemvoice.json.control.JsonFields;

/** A type of action, one file each. Adding one edits no other file. */
public interface FlowAction {

  /** Its name in a flow, for instance {@code talk}. */
  String type();

  /** Other names clients use for it; they become {@link #type} when a flow is saved. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** Other names of its options, each with the name it becomes when a flow is saved. */
  default Map<String, String> optionAliases() {
    return Map.of();
  }

  /** Options whose text is taken as it is; in all others variables are replaced. */
  default Set<String> verbatim() {
    return Set.of();
  }

  default Requirement requires() {
    return Requirement.ANSWERED_CALL;
  }

  /**
   * Reads the options. Called when a flow is saved, to refuse what could never run, and again when
   * the action runs.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     option
   */
  Instruction prepare(JsonFields options);
}
