package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.CallKeys;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.auth.Proof;
import org.tandemvoice.sip.method.RequestRules;

/** What becomes of a party that is called at several places (RFC 3261 sections 13.2.2 and 16.7). */
@ApplicationScoped
public class DialProgress {

  private static final Logger LOG = System.getLogger(DialProgress.class.getName());

  @Inject private Legs legs;
  @Inject private CallManager calls;
  @Inject private CallKeys keys;
  @Inject private SessionTimers timers;

  void handle(CalledLeg leg, SipServletResponse response) throws IOException {
    Branch branch = leg.branch(response).orElse(null);
    if (branch == null) {
      return;
    }
    int status = response.getStatus();
    if (status < SipServletResponse.SC_OK) {
      acknowledge(branch, response);
      provisional(leg, branch, response);
    } else if (status < SipServletResponse.SC_MULTIPLE_CHOICES) {
      answered(leg, branch, response);
    } else if (!leg.isWanted() || !isTriedAgain(branch, response)) {
      refused(leg, branch, status);
    }
  }

  /** A reliable provisional response gets its PRACK; its SDP is the answer (RFC 3262). */
  private static void acknowledge(Branch branch, SipServletResponse response) throws IOException {
    if (response.getHeader("RSeq") == null) {
      return;
    }
    String answer = RequestRules.sdp(response);
    if (!answer.isEmpty()) {
      branch.answer(response.getTo().getParameter("tag"), answer);
    }
    try {
      response.createPrack().send();
    } catch (Rel100Exception notReliable) {
      LOG.log(Level.DEBUG, () -> "no PRACK for " + response.getStatus() + ": " + notReliable);
    }
  }

  private boolean isTriedAgain(Branch branch, SipServletResponse response) throws IOException {
    if (Proof.isWantedBy(response)) {
      return branch.prove(response);
    }
    Optional<SessionInterval> longer = timers.longer(response);
    return longer.isPresent()
        && branch.lengthen(response, invite -> timers.offer(invite, longer.get()));
  }

  private void provisional(CalledLeg leg, Branch branch, SipServletResponse response) {
    int status = response.getStatus();
    boolean rings =
        status == SipServletResponse.SC_RINGING || status == SipServletResponse.SC_SESSION_PROGRESS;
    if (!leg.isWanted()) {
      legs.cancel(leg);
    } else if (branch.isAbandoned()) {
      branch.cancel();
    } else if (rings) {
      rings(leg, branch, RequestRules.sdp(response));
    }
  }

  /** Sound comes before ringing: a caller who hears it already need not be told (RFC 3960). */
  private void rings(CalledLeg leg, Branch branch, String sdp) {
    if (!sdp.isEmpty() && leg.sound()) {
      calls.legSounds(leg.id(), sdp);
    }
    if (leg.ring(branch)) {
      calls.legRinging(leg.id());
    }
  }

  private void answered(CalledLeg leg, Branch branch, SipServletResponse response)
      throws IOException {
    branch.end(response.getStatus());
    if (leg.isWanted() && !branch.isAbandoned()) {
      first(leg, branch, response);
    } else {
      // sections 13.2.2.4 and 15: too late, or another phone of a forking proxy was faster
      branch.acknowledge(response);
      response.getSession().createRequest("BYE").send();
      releaseIfOver(leg);
    }
  }

  /** The first answer wins, the other places need not ring any longer. */
  private void first(CalledLeg leg, Branch branch, SipServletResponse response) throws IOException {
    leg.establish(response);
    leg.describe(branch.offer());
    timers.agreed(leg, response);
    String own = RequestRules.sdp(response);
    String answer = own.isEmpty() ? branch.answer(response.getTo().getParameter("tag")) : own;
    ReleaseCause trouble = answer.isEmpty() ? ReleaseCause.NOT_ACCEPTABLE : accept(leg, answer);
    branch.acknowledge(response);
    legs.cancel(leg);
    if (trouble != ReleaseCause.NORMAL) {
      legs.hangUp(leg, trouble);
    }
  }

  private ReleaseCause accept(CalledLeg leg, String answer) {
    try {
      if (leg.takesKeys()) {
        keys.takesSignaledDigits(leg.id());
      }
      calls.legAnswered(leg.id(), answer);
      return ReleaseCause.NORMAL;
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, () -> leg + " was answered, which could not be recorded", broken);
      return ReleaseCause.INTERNAL;
    }
  }

  private void refused(CalledLeg leg, Branch branch, int status) {
    branch.end(status);
    if (branch.isAbandoned()) {
      return;
    }
    if (branch.outcome().isGlobal() && leg.isWanted()) {
      // section 16.7 step 5: nobody else of that person will answer
      leg.giveUp(branch.outcome().cause());
      legs.cancel(leg);
    }
    failOver(leg);
    releaseIfOver(leg);
    if (leg.onlySilentPlacesLeft()) {
      legs.awaitSilentPlaces(leg);
    }
  }

  private void failOver(CalledLeg leg) {
    if (leg.isToFailOver()) {
      LOG.log(Level.INFO, "{0} tries another way after {1}", leg, leg.outcome());
      legs.dial(leg);
    }
  }

  /** Those that have not responded are taken for unreachable, unless one has responded since. */
  void giveUpSilentPlaces(CalledLeg leg) {
    if (!leg.onlySilentPlacesLeft()) {
      return;
    }
    if (leg.hasFurtherWay()) {
      leg.abandonSilentPlaces();
      failOver(leg);
    } else {
      leg.giveUpSilentPlaces();
    }
    releaseIfOver(leg);
  }

  private void releaseIfOver(CalledLeg leg) {
    if (leg.isOver()) {
      legs.release(leg, leg.outcome());
    }
  }
}
