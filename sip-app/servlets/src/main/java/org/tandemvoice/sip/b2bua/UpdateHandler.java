package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.RefusedException;

/** UPDATE (RFC 3311): a change or a refresh of a session without a new INVITE. */
@ApplicationScoped
public class UpdateHandler implements MethodHandler {

  @Inject private SessionChange change;

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
}
