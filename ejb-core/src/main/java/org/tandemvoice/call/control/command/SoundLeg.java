package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/**
 * Lets the caller of an incoming call hear before it is answered: opens its media and sends 183. A
 * caller that has made no offer is told that it rings.
 */
public record SoundLeg(CallId call, CallId lane) implements LegCommand {

  public SoundLeg(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    String offer = switchboard.signaling().remoteOffer(call);
    if (offer.isEmpty()) {
      switchboard.signaling().ring(call);
    } else {
      switchboard.signaling().sound(call, switchboard.mediaOf(call).answer(offer));
    }
  }
}
