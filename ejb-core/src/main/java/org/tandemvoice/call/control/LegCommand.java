package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.CallId;

/** Something to do outside the database: to a SIP leg, to a media session, to a timer. */
public interface LegCommand {

  /** The call it works on, which ends if it fails. */
  CallId call();

  /**
   * The call whose commands are carried out in one order with this: the master's id for a chained
   * call.
   */
  CallId lane();

  /** Carries it out. An exception ends the call. */
  void run(Switchboard switchboard);
}
