package org.tandemvoice.sip.entry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.MethodHandlers;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;

/** Gets every SIP message and passes it to the handler of its method. */
@Singleton
public class SipEntryServlet extends SipServlet {

  private static final long serialVersionUID = 1L;

  /** Neither may be refused (RFC 3261 sections 8.2.2.3 and 17). */
  private static final Set<String> NEVER_REFUSED = Set.of("ACK", "CANCEL");

  /** Methods of other RFCs: known, but not allowed here. */
  private static final Set<String> KNOWN_ELSEWHERE =
      Set.of("INFO", "MESSAGE", "NOTIFY", "PRACK", "PUBLISH", "REFER", "SUBSCRIBE");

  @Inject private transient MethodHandlers handlers;

  @Override
  protected void doRequest(SipServletRequest request) throws IOException {
    Optional<MethodHandler> handler = handlers.of(request.getMethod());
    if (handler.isEmpty()) {
      unhandled(request).send(request);
    } else if (NEVER_REFUSED.contains(request.getMethod())) {
      handler.get().handle(request);
    } else {
      Optional<Refusal> refusal =
          RequestRules.scheme(request).or(() -> RequestRules.extensions(request));
      if (refusal.isPresent()) {
        refusal.get().send(request);
      } else {
        handler.get().handle(request);
      }
    }
  }

  /** RFC 3261 sections 8.2.1 and 21.5.2. */
  private Refusal unhandled(SipServletRequest request) {
    int status =
        KNOWN_ELSEWHERE.contains(request.getMethod())
            ? SipServletResponse.SC_METHOD_NOT_ALLOWED
            : SipServletResponse.SC_NOT_IMPLEMENTED;
    return Refusal.of(status).with("Allow", handlers.allow());
  }

  @Override
  protected void doResponse(SipServletResponse response) throws IOException {
    Optional<MethodHandler> handler = handlers.of(response.getMethod());
    if (handler.isPresent()) {
      handler.get().handle(response);
    }
  }
}
