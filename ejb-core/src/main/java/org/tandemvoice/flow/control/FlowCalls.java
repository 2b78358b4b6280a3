package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.DialRequest;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.GroupMembership;

/** Begins outgoing calls that run a flow, inside the transaction of whoever wants them. */
@ApplicationScoped
public class FlowCalls {

  @Inject private Dialing dialing;
  @Inject private Destinations destinations;
  @Inject private FlowRunner runner;

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code SERVICE_UNAVAILABLE} while the
   *     server is stopping
   */
  public Call place(FlowCall order) {
    return place(order, new GroupMembership());
  }

  /** For a call that rings in a group. */
  Call place(FlowCall order, GroupMembership membership) {
    return place(order, targets(order), membership);
  }

  /** The same by this way and no other. */
  public Call place(FlowCall order, LegTarget way) {
    return place(order, List.of(way), new GroupMembership());
  }

  private Call place(FlowCall order, List<LegTarget> targets, GroupMembership membership) {
    Call call =
        dialing.dial(
            new DialRequest(
                order.customer(),
                order.source(),
                order.destination(),
                targets,
                order.dialTimeout(),
                runner.reference(order.plan()),
                order.master(),
                order.metadata()),
            membership);
    runner.attach(call, order.plan(), order.variables(), order.referenceActiveflowId());
    if (order.early()) {
      runner.begin(call);
    }
    return call;
  }

  /** A flow that has begun cannot begin again on another way (inventory section 12). */
  private List<LegTarget> targets(FlowCall order) {
    return destinations.targets(order.customer(), order.source(), order.destination()).stream()
        .filter(target -> !order.early() || target.terms().order() == 0)
        .toList();
  }
}
