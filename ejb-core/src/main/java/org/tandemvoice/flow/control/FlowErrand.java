package org.tandemvoice.flow.control;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.flow.entity.Activeflow;

/**
 * Something an execution wants done after the commit. An execution that works on no call has a lane
 * of its own id.
 */
final class FlowErrand implements LegCommand {

  private final CallId call;
  private final boolean isOfCall;
  private final Runnable work;

  FlowErrand(Activeflow activeflow, Runnable work) {
    this.call = activeflow.callId().orElseGet(() -> new CallId(activeflow.uuid()));
    this.isOfCall = activeflow.callId().isPresent();
    this.work = work;
  }

  @Override
  public CallId call() {
    return call;
  }

  @Override
  public boolean isOfCall() {
    return isOfCall;
  }

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    work.run();
  }
}
