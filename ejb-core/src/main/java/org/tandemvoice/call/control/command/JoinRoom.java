package org.tandemvoice.call.control.command;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/** Takes the party into a room; what it waited with, music or silence, ends. */
public record JoinRoom(CallId call, CallId lane, UUID roomId) implements LegCommand {

  public JoinRoom(Call call, UUID roomId) {
    this(call.id(), call.master().orElse(call.id()), roomId);
  }

  @Override
  public void run(Switchboard switchboard) {
    MediaSession session = switchboard.mediaOf(call);
    session.join(roomId);
    session.stopMusic();
  }
}
