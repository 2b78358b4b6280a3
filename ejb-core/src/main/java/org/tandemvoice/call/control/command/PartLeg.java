package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/** Tells a call of another chain that the party it talked to is gone. */
public record PartLeg(CallId call, CallId gone) implements LegCommand {

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.calls().partnerGone(call, gone);
  }
}
