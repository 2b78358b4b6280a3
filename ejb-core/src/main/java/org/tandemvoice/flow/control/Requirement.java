package org.tandemvoice.flow.control;

/** What an action needs of the call it runs on. */
public enum Requirement {
  /** Nothing. */
  NOTHING,
  /** The call has been answered and is not ending. */
  ANSWERED_CALL
}
