package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.CallId;

/**
 * Something to do outside the database: to a SIP leg, to a media session, to a timer; or, with a
 * lane of its own, in a later transaction.
 */
public interface LegCommand {

  /** The call it works on, which ends if it fails. */
  CallId call();

  /** Whether there is such a call; else its id is nothing but that of the lane. */
  default boolean isOfCall() {
    return true;
  }

  /**
   * The call whose commands are carried out in one order with this: the master's id for a chained
   * call.
   */
  CallId lane();

  /** Carries it out. An exception ends the call, if there is one. */
  void run(Switchboard switchboard);
}
