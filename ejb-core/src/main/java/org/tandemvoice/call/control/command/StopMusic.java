package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/** Ends the music the party hears while it waits. */
public record StopMusic(CallId call, CallId lane) implements LegCommand {

  public StopMusic(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(MediaSession::stopMusic);
  }
}
