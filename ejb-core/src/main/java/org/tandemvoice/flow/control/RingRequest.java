package org.tandemvoice.flow.control;

import java.time.Duration;
import java.util.List;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.RingOrder;

/**
 * Parties that an action wants to talk to, whoever of them answers first.
 *
 * @param source shown to them
 * @param timeout how long each rings that has no timeout of its own
 */
public record RingRequest(
    Address source, List<GroupDestination> destinations, RingOrder order, Duration timeout) {

  public RingRequest {
    destinations = List.copyOf(destinations);
  }
}
