package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.call.control.command.AcceptMedia;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallDraft;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.node.control.Node;

/**
 * Where calls begin and where the facts about their legs arrive. Each method is one transaction;
 * what it decides is carried out after the commit. A fact about a call that is over, or unknown,
 * changes nothing.
 */
@Stateless
public class CallManager {

  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private CallSettings settings;
  @Inject private AfterCommit afterCommit;
  @Inject private Node node;
  @Inject private Clock clock;

  /**
   * Begins an incoming call that runs this flow. It neither rings nor answers by itself (inventory
   * section 10).
   *
   * @throws PlatformException {@code SERVICE_UNAVAILABLE} while the server is stopping
   */
  public Call accept(IncomingLeg leg, FlowReference flow) {
    node.requireOpen();
    Call call =
        new Call(
            new CallDraft(
                leg.callId(),
                leg.customerId(),
                node.id(),
                CallDirection.INCOMING,
                leg.source(),
                leg.destination(),
                flow,
                settings.unansweredLimit(),
                Optional.empty()),
            clock.instant());
    states.created(call);
    afterCommit.send(new StartTimer(call, CallTimeouts.DIAL, settings.unansweredLimit()));
    return call;
  }

  /** The other side of an outgoing leg rings (180). */
  public void legRinging(CallId id) {
    change(id, states::ringing);
  }

  /**
   * An outgoing leg is not answered yet, but sends sound already (a provisional response with SDP,
   * RFC 3960).
   */
  public void legSounds(CallId id, String sdp) {
    change(id, call -> states.sounds(call, sdp));
  }

  /** An outgoing leg was answered (2xx) with this SDP; ACK has been sent. */
  public void legAnswered(CallId id, String sdp) {
    change(
        id,
        call -> {
          afterCommit.send(new AcceptMedia(call, sdp));
          states.answered(call);
        });
  }

  /** Our answer to an incoming leg (200) has been sent. */
  public void legConnected(CallId id) {
    change(id, states::answered);
  }

  /**
   * The answer to an incoming leg was acknowledged.
   *
   * @param sdp the answer to our offer, if the INVITE carried none; else empty
   */
  public void legAcknowledged(CallId id, String sdp) {
    if (!sdp.isEmpty()) {
      change(id, call -> afterCommit.send(new AcceptMedia(call, sdp)));
    }
  }

  /** The leg is gone: refused, given up, hung up or lost. */
  public void legReleased(CallId id, LegEnd end) {
    change(
        id,
        call -> {
          if (end.answered()) {
            states.answered(call);
          }
          states.ended(call, end.cause());
        });
  }

  /** The call of another chain whose party this one talked to is over. */
  public void partnerGone(CallId id, CallId partner) {
    change(
        id,
        call -> {
          if (call.ties().joined().filter(partner::equals).isPresent()) {
            call.ties().part();
            states.parted(call, partner);
          }
        });
  }

  /** The platform wants the call to end. */
  public void release(CallId id, ReleaseCause cause) {
    change(id, call -> states.release(call, cause));
  }

  /**
   * A customer hangs up one of its calls.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND} if it is not the customer's, {@code
   *     CALL_ALREADY_HANGUP} if it is over
   */
  public Call hangUp(CustomerId customer, UUID id) {
    Call call =
        calls
            .find(customer, id)
            .flatMap(found -> calls.lock(found.id()))
            .orElseThrow(
                () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
    if (call.status().isFinal()) {
      throw new PlatformException(
          ErrorCode.CALL_ALREADY_HANGUP, "call " + id + " has been hung up already");
    }
    states.release(call, ReleaseCause.NORMAL);
    return call;
  }

  private void change(CallId id, Consumer<Call> change) {
    calls.lock(id).filter(call -> !call.status().isFinal()).ifPresent(change);
  }
}
