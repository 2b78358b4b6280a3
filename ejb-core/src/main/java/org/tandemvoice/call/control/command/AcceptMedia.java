package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Takes the remote answer to our offer. */
public record AcceptMedia(CallId call, CallId lane, String sdp) implements LegCommand {

  public AcceptMedia(Call call, String sdp) {
    this(call.id(), call.master().orElse(call.id()), sdp);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(session -> session.accept(sdp));
  }
}
