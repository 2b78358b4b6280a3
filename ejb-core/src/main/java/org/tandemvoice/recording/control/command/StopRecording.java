package org.tandemvoice.recording.control.command;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Ends a recording; its file comes as an event of the media. */
public record StopRecording(CallId call, CallId lane, UUID recording) implements LegCommand {

  public StopRecording(Call call, UUID recording) {
    this(call.id(), call.master().orElse(call.id()), recording);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(session -> session.stopRecording(recording));
  }
}
