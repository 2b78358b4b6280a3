package org.tandemvoice.groupcall.control;

import org.tandemvoice.call.entity.Call;
import org.tandemvoice.groupcall.entity.Groupcall;

/**
 * Something that has happened to a groupcall at the top, published inside the transaction that
 * records it, under its lock.
 */
public sealed interface GroupcallFact {

  Groupcall group();

  /** The one call that wins was answered; the others are being given up. */
  record Answered(Groupcall group, Call call) implements GroupcallFact {}

  /** None of its calls is left, whether one was answered or not. */
  record Ended(Groupcall group) implements GroupcallFact {}
}
