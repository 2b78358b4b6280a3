package org.tandemvoice.call.control;

import java.util.List;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A leg to be dialled.
 *
 * @param lane the call it is chained to, or its own
 * @param customerId whose domain the call comes from
 * @param source shown to the called side
 * @param targets at least one
 * @param sdp the offer, opaque here
 */
public record OutboundLeg(
    CallId callId,
    CallId lane,
    CustomerId customerId,
    Address source,
    Address destination,
    List<LegTarget> targets,
    String sdp) {

  public OutboundLeg {
    targets = List.copyOf(targets);
  }
}
