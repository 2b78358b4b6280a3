package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.call.control.CallSettings;
import org.tandemvoice.call.control.LegSignaling;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.OutboundLeg;
import org.tandemvoice.call.control.ReferralProgress;
import org.tandemvoice.call.control.SignalingException;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.container.SipSessionBusyException;
import org.tandemvoice.sip.container.SipTask;

/** The commands of the platform to its call legs, carried out as the owner of their session. */
@ApplicationScoped
public class SipLegs implements LegSignaling {

  private static final Logger LOG = System.getLogger(SipLegs.class.getName());

  @Inject private SipServices container;
  @Inject private Legs legs;
  @Inject private InviteFactory invites;
  @Inject private CallSettings settings;
  @Inject private SessionTimers timers;

  @Override
  public void dial(OutboundLeg outbound) {
    SipApplicationSession application = container.factory().createApplicationSession();
    CalledLeg leg = new CalledLeg(outbound.callId(), application);
    boolean sent = container.call(application, () -> dial(leg, outbound));
    if (!sent) {
      throw new SignalingException(
          ReleaseCause.UNREACHABLE, "no place of " + outbound.destination() + " can be sent to");
    }
  }

  private boolean dial(CalledLeg leg, OutboundLeg outbound) {
    long minutes = settings.maximumDuration().plus(CallEntrance.AFTERLIFE).toMinutes();
    leg.application().setExpires(Math.toIntExact(minutes));
    legs.add(leg);
    try {
      for (LegTarget target : outbound.targets()) {
        leg.add(invites.invite(leg.application(), outbound, target), target.terms());
      }
    } catch (SignalingException unusable) {
      discard(leg);
      throw unusable;
    }
    boolean sent = legs.dial(leg);
    if (!sent) {
      discard(leg);
    }
    return sent;
  }

  private void discard(CalledLeg leg) {
    legs.forget(leg);
    leg.application().invalidate();
  }

  @Override
  public String remoteOffer(CallId call) {
    return legs.find(call).orElse(null) instanceof CallerLeg caller ? caller.offer() : "";
  }

  @Override
  public void ring(CallId call) {
    if (legs.find(call).orElse(null) instanceof CallerLeg caller) {
      own(caller, caller::ring);
    }
  }

  @Override
  public void sound(CallId call, String sdp) {
    if (legs.find(call).orElse(null) instanceof CallerLeg caller) {
      own(caller, () -> caller.sound(sdp));
    }
  }

  @Override
  public void answer(CallId call, String sdp) {
    if (legs.find(call).orElse(null) instanceof CallerLeg caller) {
      own(
          caller,
          () -> {
            if (caller.answer(sdp, ok -> timers.agree(caller, caller.invite(), ok))) {
              legs.watch(caller);
            }
          });
    }
  }

  @Override
  public boolean hangUp(CallId call, ReleaseCause cause) {
    Leg leg = legs.find(call).orElse(null);
    if (leg != null) {
      own(leg, () -> legs.hangUp(leg, cause));
    }
    return leg != null;
  }

  @Override
  public void tellReferrer(CallId call, ReferralProgress progress) {
    legs.find(call)
        .filter(leg -> leg.farewell().isEmpty())
        .ifPresent(leg -> own(leg, () -> tell(leg, progress)));
  }

  private static void tell(Leg leg, ReferralProgress progress) throws IOException {
    if (leg.referral().isPresent() && leg.farewell().isEmpty()) {
      leg.referral().get().tell(progress);
    }
  }

  @Override
  public void tellDigit(CallId call, char digit, int durationMs) {
    legs.find(call).ifPresent(leg -> own(leg, () -> tell(leg, new PressedKey(digit, durationMs))));
  }

  private static void tell(Leg leg, PressedKey key) throws IOException {
    if (leg.isEstablished() && leg.farewell().isEmpty()) {
      SipServletRequest info = leg.request("INFO");
      info.setContent(key.relay(), PressedKey.RELAY);
      info.send();
    }
  }

  /** A leg whose other side cannot be sent to, or whose session has ended, is gone. */
  private void own(Leg leg, SipTask<IOException> task) {
    try {
      container.within(leg.application(), task);
    } catch (SipSessionBusyException busy) {
      throw busy;
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.WARNING, () -> leg + " is gone: " + gone);
      legs.release(leg, leg.overdueCause());
    }
  }
}
