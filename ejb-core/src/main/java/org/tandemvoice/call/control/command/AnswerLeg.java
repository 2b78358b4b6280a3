package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;

/** Answers an incoming call: opens its media, sends 200, and says so. */
public record AnswerLeg(CallId call, CallId lane) implements LegCommand {

  public AnswerLeg(Call call) {
    this(call.id(), call.master().orElse(call.id()));
  }

  @Override
  public void run(Switchboard switchboard) {
    String offer = switchboard.signaling().remoteOffer(call);
    MediaSession session = switchboard.mediaOf(call);
    // An INVITE without an offer gets ours; the answer comes with the ACK (RFC 3261 section
    // 13.2.1).
    String sdp = offer.isEmpty() ? session.offer() : session.answer(offer);
    switchboard.signaling().answer(call, sdp);
    switchboard.calls().legConnected(call);
  }
}
