package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.ReleaseStatus;

/** The side of a party that called us: we are the user agent server of its INVITE. */
final class CallerLeg extends Leg {

  private final SipServletRequest invite;
  private final String offer;
  private final String key;
  private final boolean reliable;
  private boolean waiting = true;
  private boolean rang;
  private String early = "";
  private ReleaseCause wanted;
  private volatile Guest guest;

  CallerLeg(CallId id, SipServletRequest invite, String offer) {
    super(id, invite.getApplicationSession());
    this.invite = invite;
    this.offer = offer;
    this.key = inviteKey(invite);
    this.reliable = RequestRules.lists(invite, "Require", RequestRules.RELIABLE);
  }

  @Override
  Collection<String> sipCallIds() {
    return List.of(invite.getCallId());
  }

  @Override
  Optional<RouteTerms> terms(SipServletMessage message) {
    return Optional.empty();
  }

  /** Notes that the caller has not proved who it is. */
  void admit(Guest stranger) {
    guest = stranger;
  }

  Optional<Guest> guest() {
    return Optional.ofNullable(guest);
  }

  /** The SDP of the INVITE; empty if it carried none. */
  String offer() {
    return offer;
  }

  /** What the branches of one INVITE have in common (RFC 3261 section 8.2.2.2). */
  static String inviteKey(SipServletRequest invite) {
    return String.join(
        "|",
        invite.getCallId(),
        String.valueOf(invite.getFrom().getParameter("tag")),
        invite.getHeader("CSeq"));
  }

  String inviteKey() {
    return key;
  }

  int hopsLeft() {
    return invite.getMaxForwards() - 1;
  }

  SipServletRequest invite() {
    return invite;
  }

  /** Whether the INVITE has had no final response yet. */
  boolean isWaiting() {
    return waiting;
  }

  /** The container has answered the INVITE in our place, as it does for CANCEL. */
  void answeredByContainer() {
    waiting = false;
  }

  void ring() throws IOException {
    if (waiting && early.isEmpty() && !(reliable && rang)) {
      rang = true;
      progress(invite.createResponse(SipServletResponse.SC_RINGING));
    }
  }

  /** Sends 183 with this answer, once; a later 200 repeats it. */
  void sound(String sdp) throws IOException {
    if (waiting && early.isEmpty() && !(reliable && rang)) {
      rang = true;
      early = sdp;
      SipServletResponse session = invite.createResponse(SipServletResponse.SC_SESSION_PROGRESS);
      session.setContent(sdp.getBytes(StandardCharsets.UTF_8), "application/sdp");
      progress(session);
    }
  }

  /** A provisional response goes reliably if the caller insists (RFC 3262 section 3). */
  private void progress(SipServletResponse response) throws IOException {
    try {
      if (reliable) {
        response.sendReliably();
      } else {
        response.send();
      }
    } catch (Rel100Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Sends 200; false if it is too late for that.
   *
   * @param dress puts headers into it
   */
  boolean answer(String sdp, Consumer<SipServletResponse> dress) throws IOException {
    if (!waiting) {
      return false;
    }
    SipServletResponse ok = invite.createResponse(SipServletResponse.SC_OK);
    String answer = early.isEmpty() ? sdp : early;
    ok.setContent(answer.getBytes(StandardCharsets.UTF_8), "application/sdp");
    waiting = false;
    establish(ok);
    describe(answer);
    expectAck(offer.isEmpty());
    dress.accept(ok);
    ok.send();
    return true;
  }

  void refuse(Refusal refusal) throws IOException {
    if (waiting) {
      waiting = false;
      refusal.send(invite);
    }
  }

  /**
   * {@inheritDoc} After a 200 the BYE has to wait for the ACK or for its time-out (RFC 3261 section
   * 15).
   */
  @Override
  boolean hangUp(ReleaseCause cause) throws IOException {
    if (!isEstablished()) {
      refuse(ReleaseStatus.of(cause));
      return true;
    }
    if (awaitsAck()) {
      wanted = cause;
    } else {
      sayGoodbye(cause);
    }
    return false;
  }

  /** The end that was asked for while the ACK was awaited. */
  Optional<ReleaseCause> wantedEnd() {
    return Optional.ofNullable(wanted);
  }

  @Override
  ReleaseCause overdueCause() {
    return farewell().or(this::wantedEnd).orElse(ReleaseCause.UNREACHABLE);
  }
}
