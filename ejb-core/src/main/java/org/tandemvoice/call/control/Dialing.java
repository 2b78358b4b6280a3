package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.command.DialLeg;
import org.tandemvoice.call.control.command.RefuseLeg;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallDraft;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.call.entity.GroupMembership;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.node.control.Node;

/** Begins outgoing calls, inside the transaction of whoever wants them. */
@ApplicationScoped
public class Dialing {

  @Inject private CallStates states;
  @Inject private Destinations destinations;
  @Inject private CallAdmission admission;
  @Inject private AfterCommit afterCommit;
  @Inject private TimeOrderedIds ids;
  @Inject private Node node;
  @Inject private Clock clock;

  /**
   * Begins an outgoing call: its row is {@code dialing}, the INVITE leaves after the commit, or the
   * call fails if it may not be.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code SERVICE_UNAVAILABLE} while the
   *     server is stopping
   */
  public Call dial(DialRequest request) {
    return dial(request, new GroupMembership());
  }

  /** The same, for a call that rings in a group, whose lock the caller holds. */
  public Call dial(DialRequest request, GroupMembership membership) {
    node.requireOpen();
    Call call =
        new Call(
            new CallDraft(
                new CallId(ids.next()),
                request.customerId(),
                node.id(),
                CallDirection.OUTGOING,
                request.source(),
                request.destination(),
                request.flow(),
                request.dialTimeout(),
                request.master()),
            clock.instant());
    call.joinGroup(membership);
    call.note(request.metadata().toString());
    states.created(call);
    Optional<ReleaseCause> refusal = admission.dial(call);
    if (refusal.isPresent()) {
      afterCommit.send(new RefuseLeg(call, refusal.get()));
      return call;
    }
    afterCommit.send(new DialLeg(call, request.targets()));
    afterCommit.send(new StartTimer(call, CallTimeouts.DIAL, request.dialTimeout()));
    return call;
  }

  /**
   * Dials a party, chained to the master: it ends with it at the latest (inventory section 11).
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code CALL_STATE_INVALID} if the
   *     master is ending, {@code SERVICE_UNAVAILABLE} while the server is stopping
   */
  public Call chained(Call master, Address source, Address destination, Duration timeout) {
    return dial(
        new DialRequest(
            master.customerId(),
            source,
            destination,
            destinations.targets(master.customerId(), source, destination),
            timeout,
            FlowReference.NONE,
            Optional.of(master.id()),
            CallMetadata.NONE));
  }
}
