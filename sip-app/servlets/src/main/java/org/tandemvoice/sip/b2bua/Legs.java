package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import javax.servlet.sip.SipServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.control.LegEnd;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.timeline.control.SipTraceBook;

/**
 * The legs there are. A leg is here from before its call is committed until it is released, which
 * is told to the call manager exactly once.
 */
@ApplicationScoped
public class Legs {

  /** 64*T1 and a little (RFC 3261 section 17): by then the stack itself has given up waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Duration CANCEL_AGAIN = Duration.ofMillis(500);

  /** RFC 3261 section 8.1.1.6. */
  private static final int MOST_HOPS = 70;

  private static final int ATTEMPTS = 3;

  private static final Logger LOG = System.getLogger(Legs.class.getName());

  private final ConcurrentMap<CallId, Leg> legs = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CallerLeg> invites = new ConcurrentHashMap<>();

  @Inject private SipServices container;
  @Inject private CallManager calls;
  @Inject private SipTraceBook traces;
  @Inject private InsideCalls inside;
  @Inject private EndedDialogs ended;

  @Inject
  @ConfigProperty(name = "SIP_SILENT_CONTACT_SECONDS", defaultValue = "4")
  private int silentSeconds;

  void add(Leg leg) {
    legs.put(leg.id(), leg);
    if (leg instanceof CallerLeg caller) {
      invites.put(caller.inviteKey(), caller);
    }
    leg.attach();
    noteMessages(leg);
  }

  private void noteMessages(Leg leg) {
    leg.sipCallIds().forEach(sipCallId -> traces.begins(sipCallId, leg.id()));
  }

  /**
   * Whether an INVITE is another branch of one that has become a call, as after a fork on the way
   * (RFC 3261 section 8.2.2.2).
   */
  boolean isMerged(SipServletRequest invite) {
    return invites.containsKey(CallerLeg.inviteKey(invite));
  }

  /** How many hops what follows from this call may still go (RFC 3261 section 16.6 step 3). */
  int hopsOf(CallId id) {
    return legs.get(id) instanceof CallerLeg caller ? caller.hopsLeft() : MOST_HOPS;
  }

  Optional<Leg> find(CallId id) {
    return Optional.ofNullable(legs.get(id));
  }

  /** How many callers there are that have not proved who they are and are such as this. */
  long guests(Predicate<Guest> wanted) {
    return legs.values().stream()
        .filter(CallerLeg.class::isInstance)
        .flatMap(leg -> ((CallerLeg) leg).guest().stream())
        .filter(wanted)
        .count();
  }

  /** The leg whose dialog is meant. */
  Optional<Leg> find(ReplacedDialog dialog) {
    return legs.values().stream().filter(leg -> leg.isReplacedBy(dialog)).findFirst();
  }

  /** Whether the dialog was here and is over, or is being ended by us. */
  boolean hasEnded(ReplacedDialog dialog) {
    return ended.has(dialog)
        || legs.values().stream()
            .filter(leg -> leg.farewell().isPresent())
            .anyMatch(leg -> leg.names().filter(dialog::is).isPresent());
  }

  int size() {
    return legs.size();
  }

  boolean has(Leg leg) {
    return legs.get(leg.id()) == leg;
  }

  /**
   * Drops a leg, which is all to do for one whose call was never made. Its session has a minute
   * left for what is still on the way, if the container does not end it before.
   */
  boolean forget(Leg leg) {
    leg.unwatch();
    leg.refreshed(Optional.empty());
    leg.sipCallIds().forEach(traces::ends);
    inside.forget(leg);
    if (leg instanceof CallerLeg caller) {
      invites.remove(caller.inviteKey(), caller);
    }
    boolean known = legs.remove(leg.id(), leg);
    leg.names().ifPresent(ended::add);
    if (known && leg.application().isValid()) {
      leg.application().setExpires(1);
    }
    return known;
  }

  /** The leg is gone. */
  void release(Leg leg, ReleaseCause cause) {
    if (forget(leg)) {
      tell(leg.id(), new LegEnd(cause, leg.isEstablished()), ATTEMPTS);
    }
  }

  /**
   * Nothing else will end the call now: where the database refuses, because of another transaction
   * that wants the same rows, it is told again.
   */
  private void tell(CallId call, LegEnd end, int attempts) {
    try {
      calls.legReleased(call, end);
    } catch (RuntimeException refused) {
      if (attempts == 1) {
        throw refused;
      }
      LOG.log(Level.WARNING, () -> "the end of call " + call + " is told again after " + refused);
      tell(call, end, attempts - 1);
    }
  }

  /** Ends the leg by what its state asks for. */
  void hangUp(Leg leg, ReleaseCause cause) throws IOException {
    boolean gone = leg.hangUp(cause);
    cancel(leg);
    if (gone) {
      release(leg, cause);
    } else {
      watch(leg);
    }
  }

  /**
   * Sends the INVITEs whose turn it is. While there are others behind them, they have little time
   * to respond at all.
   *
   * @return whether any could be sent
   */
  boolean dial(CalledLeg leg) {
    noteMessages(leg);
    boolean sent = leg.dial();
    if (sent && leg.hasFurtherWay()) {
      awaitSilentPlaces(leg);
    }
    return sent;
  }

  /** Cancels what still rings, again and again as long as a place has not responded at all. */
  void cancel(Leg leg) {
    if (leg instanceof CalledLeg called && called.cancel()) {
      container
          .timers()
          .createTimer(leg.application(), CANCEL_AGAIN.toMillis(), false, LegTimer.CANCEL);
    }
  }

  /**
   * Gives places that have not responded at all some time more. A phone that is there sends at
   * least a 100 within 200 ms (RFC 3261 section 17.2.1); the stack would wait 32 seconds for one
   * that is not, with the caller.
   */
  void awaitSilentPlaces(CalledLeg leg) {
    leg.awaitSilentPlaces(
        container
            .timers()
            .createTimer(leg.application(), silentSeconds * 1000L, false, LegTimer.SILENT_PLACES));
  }

  /** Lets the leg end by itself if the other side does not do its part in time. */
  void watch(Leg leg) {
    leg.watch(
        container
            .timers()
            .createTimer(leg.application(), PATIENCE.toMillis(), false, LegTimer.DEADLINE));
  }
}
