package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/** Takes the party out of its bridge or room; it hears silence then. */
public record UnbridgeLeg(CallId call, CallId lane) implements LegCommand {

  public UnbridgeLeg(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(MediaSession::unbridge);
  }
}
