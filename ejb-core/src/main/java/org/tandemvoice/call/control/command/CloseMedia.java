package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Frees the media and the timers of a call that is over. */
public record CloseMedia(CallId call, CallId lane) implements LegCommand {

  public CloseMedia(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.timers().cancel(call);
    switchboard.closeMedia(call);
  }
}
