package org.tandemvoice.flow.control;

/**
 * What an action needs of the call it runs on. On an outgoing call that is not answered yet (early
 * execution) an action that needs the answer waits for it.
 */
public enum Requirement {
  /** Nothing, not even a call. */
  NOTHING,
  /** A call, in whatever state. */
  CALL,
  /** An incoming call, which the action answers itself when it must, or an answered one. */
  REACHED_CALL,
  /** The call has been answered and is not ending. */
  ANSWERED_CALL
}
