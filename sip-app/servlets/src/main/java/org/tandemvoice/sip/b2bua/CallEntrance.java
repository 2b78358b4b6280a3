package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.tandemvoice.call.control.CallSettings;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.route.control.InboundRouter;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.FailureStatus;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.status.ReleaseStatus;
import org.tandemvoice.sip.uri.SipUriText;
import org.tandemvoice.transfer.control.ReferralManager;

/** Lets in a new call: inspects its INVITE, makes the caller prove who it is, and has it routed. */
@ApplicationScoped
public class CallEntrance {

  private static final Logger LOG = System.getLogger(CallEntrance.class.getName());

  /** How long a session outlives the longest call; by then every timer of a call has run out. */
  static final Duration AFTERLIFE = Duration.ofMinutes(10);

  @Inject private InsideEntrance here;
  @Inject private InsideCalls inside;
  @Inject private DirectEntrance direct;
  @Inject private PbxEntrance outside;
  @Inject private CallerIdentification identification;
  @Inject private InboundRouter router;
  @Inject private ReferralManager referrals;
  @Inject private Legs legs;
  @Inject private TimeOrderedIds ids;
  @Inject private CallSettings settings;
  @Inject private SessionTimers timers;

  /**
   * @throws RefusedException if the INVITE is not to become a call
   */
  void enter(SipServletRequest invite) throws IOException {
    RequestRules.hops(invite)
        .or(() -> merged(invite))
        .or(() -> RequestRules.body(invite))
        .or(() -> timers.refusal(invite))
        .ifPresent(CallEntrance::refuse);
    String dialled = dialled(invite.getRequestURI());
    Entrant caller =
        here.admit(invite, dialled)
            .or(() -> direct.admit(invite))
            .or(() -> outside.admit(invite, dialled))
            .orElseGet(() -> identification.of(invite, dialled));
    Optional<CallId> replaced = replaced(invite, caller);
    invite.createResponse(SipServletResponse.SC_TRYING).send();
    CallerLeg leg = new CallerLeg(new CallId(ids.next()), invite, RequestRules.sdp(invite));
    long minutes = settings.maximumDuration().plus(AFTERLIFE).toMinutes();
    invite.getApplicationSession().setExpires(Math.toIntExact(minutes));
    caller.guest().ifPresent(leg::admit);
    if (caller.origin() instanceof LegOrigin.Inside origin) {
      inside.add(leg.id(), origin);
    }
    // from its commit on, commands for the leg come on other threads: it must be there before
    legs.add(leg);
    route(leg, caller, caller.reached().orElse(dialled), replaced);
  }

  private Optional<Refusal> merged(SipServletRequest invite) {
    return legs.isMerged(invite)
        ? Optional.of(Refusal.of(SipServletResponse.SC_LOOP_DETECTED))
        : Optional.empty();
  }

  private static void refuse(Refusal refusal) {
    throw new RefusedException(refusal);
  }

  private static String dialled(URI uri) {
    String dialled =
        uri instanceof TelURL tel
            ? (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber().replaceFirst("^\\+", "")
            : SipUriText.parse(uri.toString()).map(SipUriText::user).orElse("");
    return Optional.of(dialled)
        .filter(user -> !user.isBlank())
        .orElseThrow(
            () -> new RefusedException(Refusal.of(SipServletResponse.SC_ADDRESS_INCOMPLETE)));
  }

  /** The call whose place a new one wants to take (RFC 3891 section 3). */
  private Optional<CallId> replaced(SipServletRequest invite, Entrant caller) {
    String header = invite.getHeader("Replaces");
    if (header == null) {
      return Optional.empty();
    }
    if (!caller.origin().isOwn()) {
      // section 7: only who has proved who he is
      throw new RefusedException(Refusal.of(SipServletResponse.SC_FORBIDDEN));
    }
    ReplacedDialog dialog =
        ReplacedDialog.parse(header)
            .orElseThrow(() -> new RefusedException(Refusal.of(SipServletResponse.SC_BAD_REQUEST)));
    Leg leg = legs.find(dialog).orElseThrow(() -> tooLate(dialog));
    if (dialog.earlyOnly()) {
      // what can be found is established
      throw new RefusedException(Refusal.of(SipServletResponse.SC_BUSY_HERE));
    }
    return Optional.of(leg.id());
  }

  /** Who wants to replace a dialog that has just ended wants no call any more. */
  private RefusedException tooLate(ReplacedDialog dialog) {
    return new RefusedException(
        Refusal.of(
            legs.hasEnded(dialog)
                ? SipServletResponse.SC_DECLINE
                : SipServletResponse.SC_CALL_LEG_DONE));
  }

  private void route(CallerLeg leg, Entrant caller, String dialled, Optional<CallId> replaced)
      throws IOException {
    IncomingLeg incoming =
        new IncomingLeg(
            leg.id(), caller.customer(), caller.source(), dialled, leg.offer(), caller.origin());
    try {
      if (replaced.isPresent()) {
        referrals.replace(incoming, replaced.get());
      } else {
        router.route(incoming);
      }
    } catch (PlatformException refused) {
      legs.forget(leg);
      leg.refuse(FailureStatus.of(refused));
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, () -> leg + " could not be routed", broken);
      legs.release(leg, ReleaseCause.INTERNAL);
      leg.refuse(ReleaseStatus.of(ReleaseCause.INTERNAL));
    }
  }
}
