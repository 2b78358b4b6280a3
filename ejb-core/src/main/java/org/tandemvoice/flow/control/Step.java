package org.tandemvoice.flow.control;

/** What comes after an action has done its part for now. */
public enum Step {
  /** On to the next action. */
  NEXT,
  /** The action is not done: wait for the next fact. */
  WAIT,
  /** The flow is over. */
  FINISH
}
