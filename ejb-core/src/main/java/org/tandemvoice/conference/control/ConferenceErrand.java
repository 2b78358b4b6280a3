package org.tandemvoice.conference.control;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/**
 * Something a conference wants done with one of its calls in a transaction of its own, after this
 * one: whoever holds a conference must not lock calls.
 */
record ConferenceErrand(CallId call, Runnable work) implements LegCommand {

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    work.run();
  }
}
