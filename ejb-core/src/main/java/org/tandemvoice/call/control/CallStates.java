package org.tandemvoice.call.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.tandemvoice.call.control.command.CloseMedia;
import org.tandemvoice.call.control.command.ControlMedia;
import org.tandemvoice.call.control.command.ReleaseLeg;
import org.tandemvoice.call.control.command.RingLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/**
 * The changes of state of a call, each with its event, its fact and what shall happen outside. Used
 * inside a transaction that holds the call's lock.
 */
@ApplicationScoped
public class CallStates {

  private static final Logger LOG = System.getLogger(CallStates.class.getName());

  @Inject private Calls calls;
  @Inject private CallNodes nodes;
  @Inject private Conversations conversations;
  @Inject private Outbox outbox;
  @Inject private CallDocument document;
  @Inject private CallMeasurements measurements;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<CallFact> facts;
  @Inject private Event<CallClosed> closed;
  @Inject private Clock clock;

  /**
   * A new call, with the event that tells of it.
   *
   * @throws PlatformException {@code CALL_STATE_INVALID} if it shall be chained to a call that is
   *     ending (inventory section 11), {@code STATE_INVALID} if another node holds that
   */
  public void created(Call call) {
    call.master().flatMap(calls::lock).ifPresent(this::requireOpen);
    calls.add(call);
    call.master().flatMap(calls::lock).ifPresent(master -> chain(master, call.id()));
    record(call, "call_created");
  }

  private void requireOpen(Call master) {
    nodes.requireHere(master);
    if (!master.status().isWaiting() && master.status() != CallStatus.PROGRESSING) {
      throw new PlatformException(
          ErrorCode.CALL_STATE_INVALID,
          "call "
              + master.id()
              + " is "
              + master.status().text()
              + ": no call can be chained to it");
    }
  }

  private void chain(Call master, CallId chained) {
    master.chain(chained, clock.instant());
    record(master, "call_updated");
  }

  /** The called side rings. An incoming call is told so. */
  public void ringing(Call call) {
    if (call.ring(clock.instant())) {
      record(call, "call_ringing");
      if (call.direction() == CallDirection.INCOMING) {
        afterCommit.send(new RingLeg(call));
      }
      facts.fire(new CallFact.Rang(call));
    }
  }

  /** The called side sends sound before it answers; whoever wants to hear it has to say so. */
  public void sounds(Call call, String sdp) {
    if (call.status().isWaiting()) {
      facts.fire(new CallFact.Sounds(call, sdp));
    }
  }

  /** The call is answered. */
  public void answered(Call call) {
    if (call.answer(clock.instant())) {
      record(call, "call_answered");
      facts.fire(new CallFact.Answered(call));
    }
  }

  /** The platform wants the call to end, for this cause. Its end comes as a fact. */
  public void release(Call call, ReleaseCause cause) {
    if (call.giveUp(cause, clock.instant())) {
      record(call, "call_" + call.status().text());
      afterCommit.send(new ReleaseLeg(call, cause));
    }
  }

  /**
   * The leg is gone. Calls that are still chained to this one when all have heard of it are given
   * up with it (inventory section 11).
   */
  public void ended(Call call, ReleaseCause cause) {
    call.measured(measurements.of(call));
    if (!call.hangUp(cause, clock.instant())) {
      return;
    }
    record(call, "call_hungup");
    afterCommit.send(new CloseMedia(call));
    facts.fire(new CallFact.Ended(call));
    call.chained().stream()
        .flatMap(id -> calls.lock(id).stream())
        .forEach(chained -> release(chained, ReleaseCause.NORMAL));
    conversations.left(call).ifPresent(other -> parted(other, call.id()));
    closed.fire(new CallClosed(call));
  }

  /**
   * Whom the call talked to is gone, and nobody has taken the place. A call that runs no flow is
   * over then.
   */
  public void parted(Call call, CallId from) {
    if (!call.status().isWaiting() && call.status() != CallStatus.PROGRESSING) {
      return;
    }
    facts.fire(new CallFact.Parted(call, from));
    if (call.activeflowId().equals(OwnedResource.NIL) && call.ties().joined().isEmpty()) {
      release(call, ReleaseCause.NORMAL);
    }
  }

  /** The customer does not want to see the call any more. */
  public void deleted(Call call) {
    call.delete(clock.instant());
    record(call, "call_deleted");
  }

  /** A property of the call has changed. */
  public void changed(Call call) {
    record(call, "call_updated");
  }

  /** The call is being recorded from now on (C-14). */
  public void recordingStarted(Call call) {
    record(call, "call_recording_started");
  }

  /** Holds the call, or no longer. */
  public void hold(Call call, boolean on) {
    if (call.hold(on, clock.instant())) {
      changed(call);
      afterCommit.send(new ControlMedia(call, "hold " + on, session -> session.hold(on)));
    }
  }

  /** The phone of the call holds it, or no longer; nothing is left to do but to tell. */
  public void heldByParty(Call call, boolean on) {
    if (call.holdByParty(on, clock.instant())) {
      changed(call);
    }
  }

  /** Holds back this of the call's sound and nothing else. */
  public void mute(Call call, MuteState state) {
    if (call.mute(state, clock.instant())) {
      changed(call);
      MuteDirection direction = MuteDirection.valueOf(state.name());
      afterCommit.send(
          new ControlMedia(call, "mute " + direction, session -> session.mute(direction)));
    }
  }

  /** The call executes this action now. */
  public void executing(Call call, String actionJson) {
    call.execute(actionJson, clock.instant());
    record(call, "call_updated");
  }

  private void record(Call call, String eventType) {
    EventSubject subject = new EventSubject(call.customerId(), "call", call.uuid());
    outbox.record(subject, eventType, document.of(call));
    if (!eventType.equals("call_updated")) {
      LOG.log(
          Level.INFO,
          "{0} call={1} master={2} {3}",
          eventType,
          call.id(),
          call.master().map(CallId::toString).orElse("-"),
          JSON.createValue(call.releaseCause().map(Enum::name).orElse("")));
    }
  }
}
