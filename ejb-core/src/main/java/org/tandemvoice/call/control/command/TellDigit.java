package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Tells a party of a key by signaling. */
public record TellDigit(CallId call, CallId lane, char digit, int durationMs)
    implements LegCommand {

  public TellDigit(Call call, char digit, int durationMs) {
    this(call.id(), call.master().orElse(call.id()), digit, durationMs);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.signaling().tellDigit(call, digit, durationMs);
  }
}
