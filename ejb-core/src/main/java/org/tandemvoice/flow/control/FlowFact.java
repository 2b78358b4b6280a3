package org.tandemvoice.flow.control;

import org.tandemvoice.http.control.WebAnswer;

/** Something that has happened to the execution itself, whether it works on a call or not. */
public sealed interface FlowFact {

  /** What the action remembered when it asked for this. */
  String token();

  /** A time asked for by {@link FlowContext#comeBackAfter} has passed. */
  record TimePassed(String token) implements FlowFact {}

  /** What came of {@link FlowContext#request}. */
  record WebAnswered(String token, WebAnswer answer) implements FlowFact {}

  /**
   * Whatever ran within the action has been cut short, because what it waits for with this token
   * has come.
   */
  record Interrupted(String token) implements FlowFact {}
}
