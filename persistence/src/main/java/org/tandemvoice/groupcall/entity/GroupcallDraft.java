package org.tandemvoice.groupcall.entity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * All that is known of a groupcall when it begins.
 *
 * @param rootId the groupcall at the top: its own id if it is that
 * @param master the groupcall it is a destination of
 * @param masterCall the call its calls are chained to
 * @param ownerId the agent whose phones it rings, or the nil UUID
 * @param dialTimeout of each destination that has none of its own
 * @param flowId the flow of the call that is answered, or the nil UUID
 * @param plan what that call runs, as whoever runs it wrote it; empty for nothing
 */
public record GroupcallDraft(
    UUID id,
    CustomerId customerId,
    String nodeId,
    UUID rootId,
    Optional<UUID> master,
    Optional<CallId> masterCall,
    UUID ownerId,
    Address source,
    List<GroupDestination> destinations,
    RingOrder order,
    AnswerMethod answerMethod,
    Duration dialTimeout,
    UUID flowId,
    String plan) {

  public GroupcallDraft {
    destinations = List.copyOf(destinations);
  }
}
