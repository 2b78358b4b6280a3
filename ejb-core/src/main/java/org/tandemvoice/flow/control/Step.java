package org.tandemvoice.flow.control;

import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.entity.FlowFrame;

/** What comes after an action has done its part for now. */
public sealed interface Step {

  /** On to the next action: the one {@code next_id} names, else the one behind. */
  Step NEXT = new Next();

  /** The action is not done: wait for the next fact. */
  Step WAIT = new Wait();

  /** The flow is over, and with it the call. */
  Step FINISH = new Finish(ReleaseCause.NORMAL);

  /** On to the action of this id in the same list. */
  static Step jump(String actionId) {
    return new Jump(actionId);
  }

  /** The same; to the next action if the id is empty. */
  static Step jumpOrNext(String actionId) {
    return actionId.isEmpty() ? NEXT : jump(actionId);
  }

  /** {@link #NEXT}. */
  record Next() implements Step {}

  /** {@link #WAIT}. */
  record Wait() implements Step {}

  /** The flow is over; the call ends for this cause. */
  record Finish(ReleaseCause cause) implements Step {}

  /** See {@link #jump}. */
  record Jump(String actionId) implements Step {}

  /** On with the actions of a nested flow, and behind this action when they are done. */
  record Enter(FlowFrame nested) implements Step {}
}
