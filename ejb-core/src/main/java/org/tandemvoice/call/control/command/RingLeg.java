package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Tells the caller of an incoming call that it rings. */
public record RingLeg(CallId call, CallId lane) implements LegCommand {

  public RingLeg(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.signaling().ring(call);
  }
}
