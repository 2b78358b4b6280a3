package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.CallMedia;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.sip.auth.Proof;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/** Changes of a session that the other side asks for: hold, a new address, other codecs. */
@ApplicationScoped
public class SessionChange {

  private static final int NOT_ACCEPTABLE = SipServletResponse.SC_NOT_ACCEPTABLE_HERE;

  @Inject private CallMedia media;
  @Inject private Legs legs;
  @Inject private SessionTimers timers;

  private final SecureRandom random = new SecureRandom();

  /**
   * An INVITE within a dialog (RFC 3261 section 14.2). Without an offer it gets ours, and its ACK
   * brings the answer.
   */
  void reinvite(SipServletRequest invite) throws IOException {
    Leg leg = legOf(invite);
    RequestRules.body(invite).ifPresent(SessionChange::refuse);
    if (leg.awaitsAck() && leg.hasOffered()) {
      // section 14.1: our offer in an earlier 200 has not been answered yet
      refuse(Refusal.of(SipServletResponse.SC_REQUEST_PENDING));
    }
    timers.refusal(invite).ifPresent(SessionChange::refuse);
    String offer = RequestRules.sdp(invite);
    SipServletResponse ok = invite.createResponse(SipServletResponse.SC_OK);
    describe(ok, leg, answer(leg, offer));
    leg.expectAck(offer.isEmpty());
    legs.watch(leg);
    timers.agree(leg, invite, ok);
    ok.send();
  }

  /** An UPDATE (RFC 3311 section 5.2). Without an offer it only refreshes. */
  void update(SipServletRequest update) throws IOException {
    RequestRules.body(update).ifPresent(SessionChange::refuse);
    timers.refusal(update).ifPresent(SessionChange::refuse);
    String offer = RequestRules.sdp(update);
    SipServletResponse ok;
    if (offer.isEmpty()) {
      Leg leg = Leg.of(update).orElseThrow(SessionChange::noSuchCall);
      ok = update.createResponse(SipServletResponse.SC_OK);
      if (leg.isDialog(update.getSession())) {
        timers.agree(leg, update, ok);
      }
    } else {
      Leg leg = legOf(update);
      String answer = answer(leg, offer);
      ok = update.createResponse(SipServletResponse.SC_OK);
      describe(ok, leg, answer);
      timers.agree(leg, update, ok);
    }
    ok.send();
  }

  /** What became of our own re-INVITE, by which a session is refreshed. */
  void responded(Leg leg, SipServletResponse response) throws IOException {
    if (response.getStatus() < SipServletResponse.SC_OK || !leg.isChanging()) {
      return;
    }
    if (legs.has(leg) && leg.farewell().isEmpty() && isTriedAgain(leg, response)) {
      return;
    }
    leg.changed();
    boolean isTaken = response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
    if (isTaken) {
      SipServletRequest ack = response.createAck();
      Proof.repeat(response.getRequest(), ack);
      ack.send();
    }
    if (legs.has(leg) && leg.farewell().isEmpty()) {
      Optional<ReleaseCause> end = timers.refreshed(leg, response);
      if (end.isEmpty() && isTaken) {
        end = confirmed(leg, RequestRules.sdp(response));
      }
      if (end.isPresent()) {
        legs.hangUp(leg, end.get());
      }
    }
  }

  private static boolean isTriedAgain(Leg leg, SipServletResponse response) throws IOException {
    Optional<SipServletRequest> again = DialogProof.again(leg, response);
    again.ifPresent(leg::change);
    return again.isPresent();
  }

  private Optional<ReleaseCause> confirmed(Leg leg, String answer) {
    try {
      if (!answer.isEmpty()) {
        media.legConfirmed(leg.id(), answer);
      }
      return Optional.empty();
    } catch (PlatformException refused) {
      return Optional.of(ReleaseCause.NOT_ACCEPTABLE);
    }
  }

  private Leg legOf(SipServletRequest request) {
    Leg leg = Leg.of(request).orElseThrow(SessionChange::noSuchCall);
    if (leg.farewell().isPresent()) {
      throw noSuchCall();
    }
    if (leg instanceof CallerLeg caller && caller.isWaiting()) {
      // RFC 3311 section 5.2: its first offer has not been answered yet
      refuse(
          Refusal.of(SipServletResponse.SC_SERVER_INTERNAL_ERROR)
              .with("Retry-After", Integer.toString(random.nextInt(11))));
    }
    if (!leg.isEstablished()) {
      // our offer to it has not been answered yet
      refuse(Refusal.of(SipServletResponse.SC_REQUEST_PENDING));
    }
    if (!leg.isDialog(request.getSession())) {
      throw noSuchCall();
    }
    if (leg.isChanging()) {
      // RFC 3261 section 14.2: an offer of ours is under way
      refuse(Refusal.of(SipServletResponse.SC_REQUEST_PENDING));
    }
    return leg;
  }

  private static void describe(SipServletResponse ok, Leg leg, String sdp)
      throws UnsupportedEncodingException {
    ok.setContent(sdp.getBytes(StandardCharsets.UTF_8), "application/sdp");
    leg.describe(sdp);
  }

  private String answer(Leg leg, String offer) {
    try {
      return media.legReoffered(leg.id(), offer);
    } catch (PlatformException refused) {
      throw new RefusedException(Refusal.of(NOT_ACCEPTABLE).because(refused.getMessage()));
    }
  }

  private static RefusedException noSuchCall() {
    return new RefusedException(Refusal.of(SipServletResponse.SC_CALL_LEG_DONE));
  }

  private static void refuse(Refusal refusal) {
    throw new RefusedException(refusal);
  }
}
