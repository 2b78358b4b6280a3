package org.tandemvoice.call.control;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A call to be placed.
 *
 * @param targets where to send it; none ends the call as unreachable
 * @param flow what it runs when it is answered
 * @param master the call it shall be chained to
 * @param metadata see {@link CallMetadata}
 */
public record DialRequest(
    CustomerId customerId,
    Address source,
    Address destination,
    List<LegTarget> targets,
    Duration dialTimeout,
    FlowReference flow,
    Optional<CallId> master,
    JsonObject metadata) {

  public DialRequest {
    targets = List.copyOf(targets);
  }
}
