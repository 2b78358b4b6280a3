package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;

/**
 * PRACK: the caller has got a provisional response of ours (RFC 3262 section 3). The container has
 * found out which one; an offer in it is not taken.
 */
@ApplicationScoped
public class PrackHandler implements MethodHandler {

  @Override
  public String method() {
    return "PRACK";
  }

  @Override
  public void handle(SipServletRequest prack) throws IOException {
    if (Leg.of(prack).isEmpty()) {
      Refusal.of(SipServletResponse.SC_CALL_LEG_DONE).send(prack);
    } else if (!RequestRules.sdp(prack).isEmpty()) {
      Refusal.of(SipServletResponse.SC_NOT_ACCEPTABLE_HERE).send(prack);
    } else {
      prack.createResponse(SipServletResponse.SC_OK).send();
    }
  }
}
