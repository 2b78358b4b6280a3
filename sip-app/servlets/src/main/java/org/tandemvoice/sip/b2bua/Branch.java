package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.sip.auth.Proof;
import org.tandemvoice.sip.auth.ProofAttempts;
import org.tandemvoice.sip.method.RequestRules;

/** One of the INVITEs by which a party is called at all its places. */
final class Branch {

  private static final Logger LOG = System.getLogger(Branch.class.getName());

  private final RouteTerms terms;
  private final Map<String, String> answers = new HashMap<>();
  private SipServletRequest invite;
  private boolean sent;
  private final ProofAttempts proofs = new ProofAttempts();
  private boolean lengthened;
  private boolean abandoned;
  private boolean rang;
  private int finalStatus;
  private boolean cancelSent;

  Branch(SipServletRequest invite, RouteTerms terms) {
    this.invite = invite;
    this.terms = terms;
  }

  /** When it is its turn: the lowest first. */
  int order() {
    return terms.order();
  }

  /** Whether its turn has come. */
  boolean isSent() {
    return sent;
  }

  /** Another place is tried instead: an answer from here comes too late. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  String callId() {
    return invite.getCallId();
  }

  /** Sends the INVITE. One that cannot be sent counts as refused with 503 (RFC 3261 8.1.3.1). */
  void send() {
    sent = true;
    try {
      invite.send();
    } catch (IOException | IllegalStateException unreachable) {
      LOG.log(Level.INFO, () -> "cannot send to " + invite.getRequestURI() + ": " + unreachable);
      end(SipServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** The SDP of the INVITE. */
  String offer() {
    return RequestRules.sdp(invite);
  }

  /** Keeps the SDP of a reliable provisional response, which its 200 need not repeat. */
  void answer(String toTag, String sdp) {
    answers.putIfAbsent(toTag, sdp);
  }

  /** The SDP of a reliable provisional response of that dialog; empty if it had none. */
  String answer(String toTag) {
    return answers.getOrDefault(toTag, "");
  }

  void ring() {
    rang = true;
  }

  /** What its place is told. */
  RouteTerms terms() {
    return terms;
  }

  /**
   * Answers a digest challenge of a provider (RFC 3261 section 22.2).
   *
   * @return whether the INVITE is under way again
   */
  boolean prove(SipServletResponse challenge) throws IOException {
    if (terms.username().isEmpty() || !proofs.isToBeAnswered(challenge)) {
      return false;
    }
    Optional<Proof> proof =
        Proof.to(
            challenge, invite.getRequestURI().toString(), terms.username(), terms.password().get());
    if (proof.isEmpty()) {
      return false;
    }
    SipServletRequest again = again(challenge);
    proof.get().on(again);
    invite = again;
    invite.send();
    return true;
  }

  /** Sends the ACK of this 2xx, proved like the INVITE. */
  void acknowledge(SipServletResponse ok) throws IOException {
    SipServletRequest ack = ok.createAck();
    Proof.repeat(invite, ack);
    ack.send();
  }

  /**
   * Agrees to a session that is refreshed less often, once (RFC 4028 section 7.4).
   *
   * @param timers puts the headers of the longer interval into the new INVITE
   * @return whether the INVITE is under way again
   */
  boolean lengthen(SipServletResponse tooSmall, Consumer<SipServletRequest> timers)
      throws IOException {
    if (lengthened) {
      return false;
    }
    lengthened = true;
    SipServletRequest again = again(tooSmall);
    Proof.repeat(invite, again);
    proofs.begin();
    timers.accept(again);
    invite = again;
    invite.send();
    return true;
  }

  /** The INVITE once more in the same session, as it was but for what refused it. */
  private SipServletRequest again(SipServletResponse refusal) throws IOException {
    SipServletRequest again = refusal.getSession().createRequest("INVITE");
    again.setRequestURI(invite.getRequestURI());
    route(again);
    copy("Allow", again);
    copy("Supported", again);
    copy("Session-Expires", again);
    copy("Min-SE", again);
    copy("P-Asserted-Identity", again);
    copy("Privacy", again);
    terms.headers().forEach(again::setHeader);
    again.setContent(invite.getRawContent(), invite.getContentType());
    return again;
  }

  private void route(SipServletRequest again) throws IOException {
    if (again.getHeader("Route") != null) {
      return;
    }
    try {
      Deque<Address> routes = new ArrayDeque<>();
      invite.getAddressHeaders("Route").forEachRemaining(routes::push);
      routes.forEach(again::pushRoute);
    } catch (ServletParseException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private void copy(String header, SipServletRequest target) {
    List<String> values = new ArrayList<>();
    invite.getHeaders(header).forEachRemaining(values::add);
    if (!values.isEmpty()) {
      target.setHeader(header, String.join(", ", values));
    }
  }

  void end(int status) {
    finalStatus = status;
  }

  boolean isPending() {
    return sent && finalStatus == 0 && !abandoned;
  }

  /** Whether there is a final response, or the INVITE could not be sent. */
  boolean hasRefused() {
    return finalStatus != 0;
  }

  /** Whether the other side has shown that it is there, and has not decided yet. */
  boolean isProceeding() {
    return sent && finalStatus == 0 && invite.getSession().getState() != SipSession.State.INITIAL;
  }

  /** What came of it in the end; 200 for an answer. */
  FinalResponse outcome() {
    return new FinalResponse(
        finalStatus == 0 ? SipServletResponse.SC_REQUEST_TIMEOUT : finalStatus, rang);
  }

  /**
   * Sends CANCEL if that is possible: not before a provisional response, 100 included (RFC 3261
   * section 9.1), and not after the final one.
   *
   * @return whether it has to be tried again
   */
  boolean cancel() {
    if (finalStatus != 0 || !sent || cancelSent) {
      return false;
    }
    if (!isProceeding()) {
      return true;
    }
    cancelSent = true;
    try {
      invite.createCancel().send();
    } catch (IOException unreachable) {
      end(SipServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (IllegalStateException alreadyAnswered) {
      // its final response is waiting for us to let go of the session
      return false;
    }
    return false;
  }
}
