package org.tandemvoice.flow.control;

import java.util.List;
import org.tandemvoice.call.control.CallFact;

/**
 * An action with its options read. It keeps no state of its own: what it must remember goes into
 * the activeflow.
 */
@FunctionalInterface
public interface Instruction {

  /** A place in the options that names another action of the flow. */
  record Target(String option, String actionId) {}

  /**
   * Begins the action, inside the transaction that moved the cursor to it.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException stops the flow and shows its message
   *     as the error
   */
  Step start(FlowContext context);

  /** A fact about the flow's call, or one chained to it, while the action waits. */
  default Step on(CallFact fact, FlowContext context) {
    return Step.WAIT;
  }

  /** A fact about the execution itself, while the action waits. */
  default Step on(FlowFact fact, FlowContext context) {
    return Step.WAIT;
  }

  /**
   * A fact about the flow's call after {@link FlowContext#watch}, while another action runs: where
   * to go now, or {@link Step#WAIT} to let that one run.
   */
  default Step watch(CallFact fact, FlowContext context) {
    return Step.WAIT;
  }

  /** Another action takes its place while it waits. */
  default void leave(FlowContext context) {}

  /** The nested actions this one entered have all run: what now. */
  default Step resumed(FlowContext context) {
    return Step.NEXT;
  }

  /** The actions it may jump to; a flow is saved only if it holds them. */
  default List<Target> targets() {
    return List.of();
  }
}
