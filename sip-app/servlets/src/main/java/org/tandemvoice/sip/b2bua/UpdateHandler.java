package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.RefusedException;

/** UPDATE (RFC 3311): a change or a refresh of a session without a new INVITE. */
@ApplicationScoped
public class UpdateHandler implements MethodHandler {

  @Inject private SessionChange change;
  @Inject private SessionTimers timers;
  @Inject private Legs legs;

  @Override
  public String method() {
    return "UPDATE";
  }

  @Override
  public void handle(SipServletRequest update) throws IOException {
    try {
      change.update(update);
    } catch (RefusedException refused) {
      refused.refusal().send(update);
    }
  }

  /** What became of our own refresh of a session. */
  @Override
  public void handle(SipServletResponse response) throws IOException {
    Optional<Leg> leg =
        Leg.of(response).filter(legs::has).filter(known -> known.isDialog(response.getSession()));
    if (response.getStatus() < SipServletResponse.SC_OK || leg.isEmpty()) {
      return;
    }
    if (leg.get().farewell().isEmpty() && DialogProof.again(leg.get(), response).isPresent()) {
      return;
    }
    Optional<ReleaseCause> end = timers.refreshed(leg.get(), response);
    if (end.isPresent()) {
      legs.hangUp(leg.get(), end.get());
    }
  }
}
