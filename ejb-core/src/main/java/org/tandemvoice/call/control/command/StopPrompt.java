package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/** Ends what is being played to the party, and what waits to be played. */
public record StopPrompt(CallId call, CallId lane) implements LegCommand {

  public StopPrompt(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(MediaSession::stopPlaying);
  }
}
