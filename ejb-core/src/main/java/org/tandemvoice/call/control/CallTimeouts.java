package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.node.control.Node;

/** What happens to a call when a time has passed: every wait has an end. */
@Stateless
public class CallTimeouts {

  /** The token of the timer that gives up a call nobody answers. */
  public static final String DIAL = "dial";

  /**
   * How long the other side may take to confirm an end: Timer B or F, 64*T1 (RFC 3261 section 17),
   * and some more.
   */
  private static final Duration CONFIRMATION = Duration.ofSeconds(40);

  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private CallSettings settings;
  @Inject private Node node;
  @Inject private Clock clock;
  @Inject private Event<CallFact> facts;

  /** A timer of {@link CallTimers} has run out. */
  public void timePassed(CallId id, String token) {
    calls
        .lock(id)
        .filter(call -> !call.status().isFinal())
        .ifPresent(
            call -> {
              if (token.equals(DIAL)) {
                giveUpIfWaiting(call);
              } else {
                facts.fire(new CallFact.TimePassed(call, token));
              }
            });
  }

  private void giveUpIfWaiting(Call call) {
    if (call.status().isWaiting()) {
      boolean incoming = call.direction() == CallDirection.INCOMING;
      states.release(call, incoming ? ReleaseCause.NO_ANSWER : ReleaseCause.DIAL_TIMEOUT);
    }
  }

  /** Ids of this node's calls that are not over. */
  public List<CallId> open() {
    return calls.openOf(node.id());
  }

  /** Ids of those whose customers were stopped by another node, or at the moment they began. */
  public List<CallId> ofStopped() {
    return calls.openOfStopped(node.id());
  }

  /** Ids of those among them that {@link #check} may have to end. */
  public List<CallId> suspects() {
    Instant now = clock.instant();
    return calls.openOf(node.id(), now.minus(settings.maximumDuration()), now.minus(CONFIRMATION));
  }

  /**
   * Ends the call if it lasts too long, or if its leg should have confirmed its end and has not.
   */
  public void check(CallId id) {
    calls.lock(id).ifPresent(this::check);
  }

  private void check(Call call) {
    Instant now = clock.instant();
    CallStatus status = call.status();
    Instant since = call.updatedAt().orElse(call.createdAt());
    if (status == CallStatus.PROGRESSING
        && call.progressingAt().orElse(now).plus(settings.maximumDuration()).isBefore(now)) {
      states.release(call, ReleaseCause.MAX_DURATION);
    } else if (status.isWaiting()
        && call.createdAt().plus(call.dialTimeout()).plus(CONFIRMATION).isBefore(now)) {
      states.release(call, ReleaseCause.DIAL_TIMEOUT);
    } else if ((status == CallStatus.TERMINATING || status == CallStatus.CANCELING)
        && since.plus(CONFIRMATION).isBefore(now)) {
      states.ended(call, ReleaseCause.INTERNAL);
    }
  }
}
