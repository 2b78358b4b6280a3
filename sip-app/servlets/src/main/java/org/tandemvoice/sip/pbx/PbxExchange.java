package org.tandemvoice.sip.pbx;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.pbx.control.PbxAttempt;
import org.tandemvoice.sip.auth.ProofAttempts;

/** One request to a telephone system, which it may want to be proved or changed. */
final class PbxExchange {

  private static final String ATTRIBUTE = PbxExchange.class.getName();

  private final PbxAttempt attempt;
  private int seconds;
  private final ProofAttempts proofs = new ProofAttempts();
  private boolean lengthened;
  private String sequence = "";

  PbxExchange(PbxAttempt attempt) {
    this.attempt = attempt;
    this.seconds = attempt.seconds();
  }

  void attach(SipApplicationSession application) {
    application.setAttribute(ATTRIBUTE, this);
  }

  /** The exchange a message belongs to; empty if it has none. */
  static Optional<PbxExchange> of(SipServletMessage message) {
    SipApplicationSession application = message.getApplicationSession(false);
    return application != null && application.isValid()
        ? Optional.ofNullable((PbxExchange) application.getAttribute(ATTRIBUTE))
        : Optional.empty();
  }

  /**
   * The exchange that this response is the latest answer of; an answer that was overtaken is none.
   */
  static Optional<PbxExchange> answeredBy(SipServletResponse response) {
    return of(response).filter(exchange -> exchange.sequence.equals(response.getHeader("CSeq")));
  }

  /** Sends its next request: only what answers this one counts. */
  void send(SipServletRequest request) throws IOException {
    sequence = request.getHeader("CSeq");
    request.send();
  }

  PbxAttempt attempt() {
    return attempt;
  }

  /** How long is asked for. */
  int seconds() {
    return seconds;
  }

  /**
   * Asks for longer, once; that may be challenged anew.
   *
   * @return whether that is to be tried
   */
  boolean lengthen(int least) {
    boolean first = !lengthened && seconds > 0 && least > seconds;
    if (first) {
      lengthened = true;
      seconds = least;
      proofs.begin();
    }
    return first;
  }

  /** The challenges of the request that is under way. */
  ProofAttempts proofs() {
    return proofs;
  }
}
