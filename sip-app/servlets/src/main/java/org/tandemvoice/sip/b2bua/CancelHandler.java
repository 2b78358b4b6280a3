package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.method.MethodHandler;

/**
 * CANCEL (RFC 3261 section 9.2). The container has answered it, and the INVITE with 487; after a
 * final response it means nothing.
 */
@ApplicationScoped
public class CancelHandler implements MethodHandler {

  @Inject private Legs legs;

  @Override
  public String method() {
    return "CANCEL";
  }

  @Override
  public void handle(SipServletRequest cancel) {
    Leg.of(cancel).ifPresent(this::canceled);
  }

  private void canceled(Leg leg) {
    if (leg instanceof CallerLeg caller && caller.isWaiting()) {
      caller.answeredByContainer();
      legs.release(caller, ReleaseCause.CANCELED);
    }
  }
}
