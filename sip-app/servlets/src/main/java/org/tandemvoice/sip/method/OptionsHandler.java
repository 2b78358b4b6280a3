package org.tandemvoice.sip.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.carrier.OptionsProbe;
import org.tandemvoice.sip.status.Refusal;

/** Says what this server can do (RFC 3261 section 11), inside a dialog and out of it. */
@ApplicationScoped
public class OptionsHandler implements MethodHandler {

  @Inject private MethodHandlers handlers;
  @Inject private OptionsProbe probe;

  @Override
  public String method() {
    return "OPTIONS";
  }

  @Override
  public void handle(SipServletRequest request) throws IOException {
    Optional<Refusal> refusal = RequestRules.scheme(request);
    if (refusal.isPresent()) {
      refusal.get().send(request);
      return;
    }
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    response.setHeader("Allow", handlers.allow());
    response.setHeader("Accept", "application/sdp");
    response.setHeader("Accept-Encoding", "identity");
    response.setHeader("Accept-Language", "en");
    response.setHeader(
        "Supported",
        String.join(
            ", ",
            RequestRules.PATH,
            RequestRules.TIMER,
            RequestRules.RELIABLE,
            RequestRules.REPLACES));
    response.send();
  }

  @Override
  public void handle(SipServletResponse response) {
    probe.answered(response);
  }
}
