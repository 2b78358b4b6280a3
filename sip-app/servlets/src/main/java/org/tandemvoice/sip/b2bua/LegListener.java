package org.tandemvoice.sip.b2bua;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.TimerListener;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.container.SipTask;
import org.tandemvoice.sip.status.Refusal;

/** Ends legs whose other side has fallen silent. */
@Singleton
public class LegListener implements SipErrorListener, SipApplicationSessionListener, TimerListener {

  private static final Logger LOG = System.getLogger(LegListener.class.getName());

  @Inject private Legs legs;
  @Inject private DialProgress progress;
  @Inject private SessionTimers timers;

  /** RFC 3261 section 13.3.1.4: without an ACK the session should be ended, by BYE. */
  @Override
  public void noAckReceived(SipErrorEvent event) {
    Leg.of(event.getRequest()).filter(Leg::awaitsAck).ifPresent(this::endUnacknowledged);
  }

  private void endUnacknowledged(Leg leg) {
    leg.acknowledge();
    ReleaseCause cause = leg.overdueCause();
    try {
      leg.sayGoodbye(cause);
      legs.watch(leg);
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, () -> leg + " cannot be told the end: " + gone);
      legs.release(leg, cause);
    }
  }

  /** RFC 3262 section 3: without a PRACK the INVITE should be refused with 5xx. */
  @Override
  public void noPrackReceived(SipErrorEvent event) {
    if (Leg.of(event.getRequest()).orElse(null) instanceof CallerLeg caller && caller.isWaiting()) {
      try {
        caller.refuse(Refusal.of(SipServletResponse.SC_SERVER_TIMEOUT));
      } catch (IOException | IllegalStateException gone) {
        LOG.log(Level.DEBUG, () -> caller + " cannot be refused: " + gone);
      }
      legs.release(caller, ReleaseCause.UNREACHABLE);
    }
  }

  @Override
  public void timeout(ServletTimer timer) {
    Leg.of(timer.getApplicationSession()).ifPresent(leg -> timeout(leg, timer));
  }

  private void timeout(Leg leg, ServletTimer timer) {
    if (timer.getInfo() == LegTimer.CANCEL) {
      legs.cancel(leg);
    } else if (timer.getInfo() == LegTimer.SILENT_PLACES && leg instanceof CalledLeg called) {
      progress.giveUpSilentPlaces(called);
    } else if (timer.getInfo() == LegTimer.REFRESH) {
      send(leg, () -> timers.refresh(leg));
    } else if (timer.getInfo() == LegTimer.SESSION_EXPIRY) {
      send(leg, () -> legs.hangUp(leg, ReleaseCause.UNREACHABLE));
    } else if (leg.awaitsAck() && leg.farewell().isEmpty()) {
      endUnacknowledged(leg);
    } else {
      legs.release(leg, leg.overdueCause());
    }
  }

  private void send(Leg leg, SipTask<IOException> message) {
    try {
      message.run();
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, () -> leg + " cannot be sent to: " + gone);
      legs.release(leg, leg.overdueCause());
    }
  }

  @Override
  public void sessionCreated(SipApplicationSessionEvent event) {}

  /** A leg that lives longer than any call may was forgotten by both sides. */
  @Override
  public void sessionExpired(SipApplicationSessionEvent event) {
    Leg.of(event.getApplicationSession()).filter(legs::has).ifPresent(this::abandon);
  }

  @Override
  public void sessionDestroyed(SipApplicationSessionEvent event) {}

  @Override
  public void sessionReadyToInvalidate(SipApplicationSessionEvent event) {
    Leg.of(event.getApplicationSession()).ifPresent(leg -> legs.release(leg, leg.overdueCause()));
  }

  private void abandon(Leg leg) {
    try {
      if (leg.isEstablished()) {
        leg.sayGoodbye(ReleaseCause.MAX_DURATION);
      }
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, () -> leg + " cannot be told the end: " + gone);
    }
    legs.release(leg, leg.overdueCause());
  }
}
