package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.ReleaseStatus;

/** BYE, by either side (RFC 3261 section 15). */
@ApplicationScoped
public class ByeHandler implements MethodHandler {

  @Inject private Legs legs;

  @Override
  public String method() {
    return "BYE";
  }

  @Override
  public void handle(SipServletRequest bye) throws IOException {
    Optional<Leg> leg = Leg.of(bye);
    if (leg.isEmpty()) {
      Refusal.of(SipServletResponse.SC_CALL_LEG_DONE).send(bye);
      return;
    }
    if (leg.get() instanceof CallerLeg caller && caller.isWaiting()) {
      // a caller may end an early dialog by BYE; its INVITE gets 487 (section 15.1.2)
      legs.release(caller, ReleaseCause.CANCELED);
      caller.refuse(ReleaseStatus.of(ReleaseCause.CANCELED));
    } else if (leg.get().isDialog(bye.getSession())) {
      legs.release(leg.get(), leg.get().farewell().orElse(ReleaseCause.NORMAL));
    }
    bye.createResponse(SipServletResponse.SC_OK).send();
  }

  /**
   * However our BYE is answered, or if it is not (408): the dialog is over (section 15.1.1). Only a
   * provider that wants to know who says so is told that before.
   */
  @Override
  public void handle(SipServletResponse response) throws IOException {
    Leg leg = Leg.of(response).orElse(null);
    if (leg == null
        || response.getStatus() < SipServletResponse.SC_OK
        || DialogProof.again(leg, response).isPresent()) {
      return;
    }
    if (leg.isDialog(response.getSession())) {
      legs.release(leg, leg.farewell().orElse(ReleaseCause.UNREACHABLE));
    }
  }
}
