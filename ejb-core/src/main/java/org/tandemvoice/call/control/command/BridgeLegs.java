package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/**
 * Joins the media of two calls, so that each party hears the other. The media of a call that is
 * about to be answered is opened here, so that nothing it sends first is lost.
 */
public record BridgeLegs(CallId call, CallId lane, CallId other) implements LegCommand {

  public BridgeLegs(Call call, CallId other) {
    this(call.id(), call.master().orElse(call.id()), other);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.mediaOf(call).bridge(other.value());
  }
}
