package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.LegEnd;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/** Ends an outgoing call that must not be dialled. */
public record RefuseLeg(CallId call, CallId lane, ReleaseCause cause) implements LegCommand {

  public RefuseLeg(Call call, ReleaseCause cause) {
    this(call.id(), call.master().orElse(call.id()), cause);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.calls().legReleased(call, LegEnd.of(cause));
  }
}
