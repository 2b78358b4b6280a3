package org.tandemvoice.call.control.command;

import java.util.function.Consumer;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/**
 * Tells the media of a call to do something; ignored if it is closed.
 *
 * @param what in words, for logs
 */
public record ControlMedia(CallId call, CallId lane, String what, Consumer<MediaSession> control)
    implements LegCommand {

  public ControlMedia(Call call, String what, Consumer<MediaSession> control) {
    this(call.id(), call.master().orElse(call.id()), what, control);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(control);
  }

  @Override
  public String toString() {
    return what + " of call " + call;
  }
}
