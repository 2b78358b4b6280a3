package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.ReferralProgress;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Tells the phone that asked for a transfer what comes of it. */
public record TellReferrer(CallId call, CallId lane, ReferralProgress progress)
    implements LegCommand {

  public TellReferrer(Call call, ReferralProgress progress) {
    this(call.id(), call.master().orElse(call.id()), progress);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.signaling().tellReferrer(call, progress);
  }
}
