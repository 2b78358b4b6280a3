package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.sip.auth.Proof;

/**
 * Proves who we are to a provider that challenges a request within a dialog: a re-INVITE, an UPDATE
 * or a BYE (RFC 3261 section 22.2), as often as for the INVITE that began it.
 */
final class DialogProof {

  private static final Logger LOG = System.getLogger(DialogProof.class.getName());

  private static final List<String> KEPT =
      List.of("Allow", "Supported", "Session-Expires", "Min-SE");

  private DialogProof() {}

  /**
   * Sends the challenged request once more.
   *
   * @param response a final one
   * @return the request that is under way now; empty if the response stands
   */
  static Optional<SipServletRequest> again(Leg leg, SipServletResponse response)
      throws IOException {
    try {
      Optional<SipServletRequest> again = proved(leg, response);
      if (again.isPresent()) {
        again.get().send();
      } else {
        leg.answered(response.getMethod());
      }
      return again;
    } catch (IllegalStateException over) {
      LOG.log(Level.DEBUG, () -> leg + " is over and proves nothing: " + over);
      return Optional.empty();
    }
  }

  private static Optional<SipServletRequest> proved(Leg leg, SipServletResponse response)
      throws IOException {
    Optional<RouteTerms> terms = leg.terms(response).filter(known -> !known.username().isEmpty());
    if (!Proof.isWantedBy(response)
        || terms.isEmpty()
        || !leg.proofs(response.getMethod()).isToBeAnswered(response)) {
      return Optional.empty();
    }
    SipServletRequest refused = response.getRequest();
    Optional<Proof> proof =
        Proof.to(
            response,
            refused.getRequestURI().toString(),
            terms.get().username(),
            terms.get().password().get());
    if (proof.isEmpty()) {
      return Optional.empty();
    }
    SipServletRequest again = copy(refused);
    proof.get().on(again);
    return Optional.of(again);
  }

  private static SipServletRequest copy(SipServletRequest refused) throws IOException {
    SipServletRequest again = refused.getSession().createRequest(refused.getMethod());
    for (String header : KEPT) {
      List<String> values = new ArrayList<>();
      refused.getHeaders(header).forEachRemaining(values::add);
      if (!values.isEmpty()) {
        again.setHeader(header, String.join(", ", values));
      }
    }
    if (refused.getContentLength() > 0) {
      again.setContent(refused.getRawContent(), refused.getContentType());
    }
    return again;
  }
}
