package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.call.control.CallKeys;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.RequestRules;

/** ACK for a 2xx of ours (RFC 3261 section 13.3.1.4). */
@ApplicationScoped
public class AckHandler implements MethodHandler {

  @Inject private Legs legs;
  @Inject private CallManager calls;
  @Inject private CallKeys keys;

  @Override
  public String method() {
    return "ACK";
  }

  @Override
  public void handle(SipServletRequest ack) throws IOException {
    Optional<Leg> leg = Leg.of(ack).filter(Leg::acknowledge);
    if (leg.isPresent()) {
      acknowledged(leg.get(), ack);
    }
  }

  private void acknowledged(Leg leg, SipServletRequest ack) throws IOException {
    leg.unwatch();
    if (leg.takesKeys()) {
      keys.takesSignaledDigits(leg.id());
    }
    Optional<ReleaseCause> wanted =
        leg instanceof CallerLeg caller ? caller.wantedEnd() : Optional.empty();
    String answer = leg.hasOffered() ? RequestRules.sdp(ack) : "";
    if (wanted.isPresent()) {
      legs.hangUp(leg, wanted.get());
    } else if (leg.hasOffered() && answer.isEmpty()) {
      // section 13.2.2.4: the answer to an offer in the 200 must be in the ACK
      legs.hangUp(leg, ReleaseCause.NOT_ACCEPTABLE);
    } else if (!answer.isEmpty()) {
      calls.legAcknowledged(leg.id(), answer);
    }
  }
}
