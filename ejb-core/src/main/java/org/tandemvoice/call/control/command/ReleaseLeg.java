package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.LegEnd;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/** Ends the leg. If there is none (any more), the call is over at once. */
public record ReleaseLeg(CallId call, CallId lane, ReleaseCause cause) implements LegCommand {

  public ReleaseLeg(Call call, ReleaseCause cause) {
    this(call.id(), call.master().orElse(call.id()), cause);
  }

  @Override
  public void run(Switchboard switchboard) {
    if (!switchboard.signaling().hangUp(call, cause)) {
      switchboard.calls().legReleased(call, LegEnd.of(cause));
    }
  }
}
