package org.tandemvoice.call.entity;

import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * All that is known of a call when it begins.
 *
 * @param nodeId the server process that owns its legs
 * @param flow the flow it runs
 * @param dialTimeout how long it may stay unanswered
 * @param master the call it is chained to
 */
public record CallDraft(
    CallId id,
    CustomerId customerId,
    String nodeId,
    CallDirection direction,
    Address source,
    Address destination,
    FlowReference flow,
    Duration dialTimeout,
    Optional<CallId> master) {}
