package org.tandemvoice.flow.control;

import org.tandemvoice.json.control.JsonFields;

/** A type of action, one file each. Adding one edits no other file. */
public interface FlowAction {

  /** Its name in a flow, for instance {@code talk}. */
  String type();

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
