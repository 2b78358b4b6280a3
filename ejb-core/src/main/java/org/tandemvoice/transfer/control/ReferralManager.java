package org.tandemvoice.transfer.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallSettings;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.Conversations;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallDraft;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.transfer.entity.Transfer;
import org.tandemvoice.transfer.entity.TransferType;

/** Transfers that phones ask for by SIP (RFC 3515, RFC 3891, RFC 5589). */
@Stateless
public class ReferralManager {

  private static final Duration RINGING = Duration.ofMinutes(1);

  @Inject private AfterCommit afterCommit;
  @Inject private Calls calls;
  @Inject private CallSettings settings;
  @Inject private CallStates states;
  @Inject private Conversations conversations;
  @Inject private Node node;
  @Inject private TransferStart start;
  @Inject private TransferSteps steps;
  @Inject private Clock clock;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /**
   * The phone of this call hands over whom it talks to, without a word; it stays until the target
   * has answered or not, and takes the conversation back if not.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}, {@code CALL_STATE_INVALID}, {@code
   *     INVALID_ARGUMENT} if the target is nobody
   */
  public void refer(CallId transferer, Address target) {
    Call call = calls.lock(transferer).orElseThrow(() -> unknown(transferer));
    TransferOrder order =
        new TransferOrder(
            TransferType.BLIND,
            List.of(target),
            "{}",
            TransferOrder.Hold.WITH_MUSIC,
            RINGING,
            OwnedResource.NIL,
            JsonValue.EMPTY_JSON_ARRAY);
    start.begin(call, order, true);
  }

  /**
   * The phone has two calls and joins the parties of both.
   *
   * @param transferer the call by which it asks for it
   * @param other its other call
   * @throws PlatformException {@code CALL_NOT_FOUND}, {@code CALL_STATE_INVALID} if one of them
   *     talks to nobody
   */
  public void referReplacing(CallId transferer, CallId other) {
    calls.lockAll(List.of(transferer, other));
    Call first = calls.lock(transferer).orElseThrow(() -> unknown(transferer));
    Call second =
        calls
            .lock(other)
            .filter(found -> found.customerId().equals(first.customerId()))
            .orElseThrow(() -> unknown(other));
    Call kept = start.kept(first);
    Call transferee = start.kept(second);
    Transfer transfer = start.attended(first, kept, transferee);
    steps.adopt(kept, transferee, second);
    steps.complete(transfer, transferee);
    states.release(second, ReleaseCause.NORMAL);
  }

  /**
   * A new call takes the place of another one (RFC 3891 section 3): it is answered at once and
   * talks to whom that one talked to.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}, {@code CALL_STATE_INVALID} if the other one
   *     talks to nobody, {@code MEDIA_NOT_ACCEPTABLE}, {@code SERVICE_UNAVAILABLE}
   */
  public void replace(IncomingLeg leg, CallId replaced) {
    if (!leg.sdp().isEmpty() && !media.canAnswer(leg.sdp())) {
      throw new PlatformException(
          ErrorCode.MEDIA_NOT_ACCEPTABLE, "the offer holds no audio in a codec of ours");
    }
    node.requireOpen();
    Call old =
        calls
            .lock(replaced)
            .filter(found -> found.customerId().equals(leg.customerId()))
            .orElseThrow(() -> unknown(replaced));
    Call party = start.kept(old);
    steps.detach(party, old);
    Call call =
        new Call(
            new CallDraft(
                leg.callId(),
                leg.customerId(),
                node.id(),
                CallDirection.INCOMING,
                leg.source(),
                leg.destination(),
                FlowReference.NONE,
                settings.unansweredLimit(),
                Optional.of(party.id())),
            clock.instant());
    states.created(call);
    conversations.join(call, party);
    afterCommit.send(new AnswerLeg(call));
    states.release(old, ReleaseCause.NORMAL);
  }

  private static PlatformException unknown(CallId id) {
    return new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id);
  }
}
