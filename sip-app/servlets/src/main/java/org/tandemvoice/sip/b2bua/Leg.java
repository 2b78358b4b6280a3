package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.auth.ProofAttempts;
import org.tandemvoice.sip.method.RequestRules;

/**
 * One party's side of a call. Only the owner of its application session may touch it, which is why
 * nothing here is synchronized.
 */
abstract sealed class Leg permits CallerLeg, CalledLeg {

  private static final String ATTRIBUTE = Leg.class.getName();

  private final CallId id;
  private final SipApplicationSession application;
  private SipSession dialog;
  private volatile DialogNames names;
  private volatile ReleaseCause farewell;
  private Referral referral;
  private boolean awaitsAck;
  private boolean offered;
  private ServletTimer deadline;
  private ServletTimer sessionTimer;
  private SessionInterval interval;
  private String described = "";
  private boolean knowsUpdate;
  private boolean takesKeys;
  private String changeCseq = "";
  private boolean changing;
  private final Map<String, ProofAttempts> proofs = new HashMap<>();

  Leg(CallId id, SipApplicationSession application) {
    this.id = id;
    this.application = application;
  }

  /** Makes the leg findable from its messages. */
  final void attach() {
    application.setAttribute(ATTRIBUTE, this);
  }

  /** The leg a message belongs to; empty if it has none. */
  static Optional<Leg> of(SipServletMessage message) {
    return of(message.getApplicationSession(false));
  }

  static Optional<Leg> of(SipApplicationSession application) {
    return application != null && application.isValid()
        ? Optional.ofNullable((Leg) application.getAttribute(ATTRIBUTE))
        : Optional.empty();
  }

  final CallId id() {
    return id;
  }

  /** The Call-IDs of its messages (RFC 3261 section 20.8). */
  abstract Collection<String> sipCallIds();

  final SipApplicationSession application() {
    return application;
  }

  /** This 2xx is sent or has been received: from now on the leg is its dialog. */
  final void establish(SipServletResponse ok) {
    dialog = ok.getSession();
    names = DialogNames.of(ok);
  }

  final boolean isEstablished() {
    return dialog != null;
  }

  final boolean isDialog(SipSession session) {
    return dialog != null && session != null && dialog.getId().equals(session.getId());
  }

  /** A 2xx of ours has been sent; {@code withOffer} says that the ACK has to bring the answer. */
  final void expectAck(boolean withOffer) {
    awaitsAck = true;
    offered = withOffer;
  }

  final boolean awaitsAck() {
    return awaitsAck;
  }

  final boolean hasOffered() {
    return offered;
  }

  /** Takes note of an ACK; false if none was awaited, that is, if it is a repetition. */
  final boolean acknowledge() {
    boolean awaited = awaitsAck;
    awaitsAck = false;
    return awaited;
  }

  /** Whether the session may be changed now: established, and nothing under way. */
  final boolean isTalking() {
    return dialog != null && !awaitsAck && farewell == null;
  }

  /** What identifies its dialog; empty before there is one. */
  final Optional<DialogNames> names() {
    return Optional.ofNullable(names);
  }

  /** Whether it is this dialog that shall be replaced. */
  final boolean isReplacedBy(ReplacedDialog wanted) {
    return names != null && farewell == null && wanted.is(names);
  }

  /** Its phone wants to hand the call over, and to be told what comes of it. */
  final void refer(Referral newReferral) {
    referral = newReferral;
  }

  /** What the phone waits for that has asked for a transfer. */
  final Optional<Referral> referral() {
    return Optional.ofNullable(referral);
  }

  /** Why we sent BYE; empty if we have not. */
  final Optional<ReleaseCause> farewell() {
    return Optional.ofNullable(farewell);
  }

  /** Sends BYE, once. Its response, or the lack of one, is the end of the leg. */
  final void sayGoodbye(ReleaseCause cause) throws IOException {
    if (farewell == null) {
      farewell = cause;
      dialog.createRequest("BYE").send();
    }
  }

  /**
   * Ends the leg by what its state asks for.
   *
   * @return whether it is gone now; if not, a message from the other side will be its end
   */
  abstract boolean hangUp(ReleaseCause cause) throws IOException;

  /** Why the leg is gone if its other side has fallen silent. */
  abstract ReleaseCause overdueCause();

  /** Replaces the time by which the other side must have spoken. */
  final void watch(ServletTimer timer) {
    unwatch();
    deadline = timer;
  }

  final void unwatch() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }

  /** The session was refreshed, or set up: its former timer is void, the next one may be none. */
  final void refreshed(Optional<ServletTimer> next) {
    if (sessionTimer != null) {
      sessionTimer.cancel();
    }
    sessionTimer = next.orElse(null);
  }

  final void interval(SessionInterval agreed) {
    interval = agreed;
  }

  /** What was agreed last about refreshing the session. */
  final SessionInterval interval() {
    return interval;
  }

  /** This SDP of ours, an offer or an answer, is on its way, and is what is current for us. */
  final void describe(String sdp) {
    described = sdp;
  }

  /** The SDP we sent last. */
  final String described() {
    return described;
  }

  /** Notes what the other side says it can do, if the message says so. */
  final void note(SipServletMessage message) {
    if (message.getHeader("Allow") != null) {
      knowsUpdate = RequestRules.lists(message, "Allow", "update");
    }
    takesKeys |= RequestRules.lists(message, "Accept", PressedKey.RELAY);
  }

  /** Whether it has said that it takes keys by INFO. */
  final boolean takesKeys() {
    return takesKeys;
  }

  /** Whether it has said that it knows UPDATE (RFC 3311 section 4). */
  final boolean knowsUpdate() {
    return knowsUpdate;
  }

  /** It has said that it can, and has shown that it cannot. */
  final void knowsNoUpdate() {
    knowsUpdate = false;
  }

  /** A re-INVITE of ours has been sent. */
  final void change(SipServletRequest invite) {
    changeCseq = invite.getHeader("CSeq");
    changing = true;
  }

  /** Whether this responds to our last re-INVITE. */
  final boolean isToChange(SipServletResponse response) {
    return isDialog(response.getSession()) && changeCseq.equals(response.getHeader("CSeq"));
  }

  /** Whether our last re-INVITE has not had its final response. */
  final boolean isChanging() {
    return changing;
  }

  final void changed() {
    changing = false;
  }

  /** What its other side is told, also to prove who we are; empty for one that has called us. */
  abstract Optional<RouteTerms> terms(SipServletMessage message);

  /** The challenges of the request of that method that is under way. */
  final ProofAttempts proofs(String method) {
    return proofs.computeIfAbsent(method, name -> new ProofAttempts());
  }

  /** The request of that method has its answer: the next one may be challenged anew. */
  final void answered(String method) {
    proofs.remove(method);
  }

  /** A request within the dialog. */
  final SipServletRequest request(String method) {
    return dialog.createRequest(method);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + " of call " + id;
  }
}
