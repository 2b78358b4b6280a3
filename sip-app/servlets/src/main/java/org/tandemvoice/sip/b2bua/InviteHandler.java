package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.FailureStatus;
import org.tandemvoice.sip.status.RefusedException;

/** INVITE: a new call, a change of one, or what became of ours. */
@ApplicationScoped
public class InviteHandler implements MethodHandler {

  @Inject private CallEntrance entrance;
  @Inject private SessionChange change;
  @Inject private DialProgress progress;

  @Override
  public String method() {
    return "INVITE";
  }

  @Override
  public void handle(SipServletRequest invite) throws IOException {
    try {
      if (invite.isInitial()) {
        entrance.enter(invite);
      } else {
        change.reinvite(invite);
      }
    } catch (RefusedException refused) {
      refused.refusal().send(invite);
    } catch (PlatformException failure) {
      FailureStatus.of(failure).send(invite);
    }
  }

  @Override
  public void handle(SipServletResponse response) throws IOException {
    Leg leg = Leg.of(response).orElse(null);
    if (leg != null && leg.isToChange(response)) {
      change.responded(leg, response);
    } else if (leg instanceof CalledLeg called) {
      progress.handle(called, response);
    }
  }
}
