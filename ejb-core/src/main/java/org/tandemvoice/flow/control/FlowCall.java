package org.tandemvoice.flow.control;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.flow.entity.FlowVariables;

/**
 * A call to be dialled, with the flow it runs.
 *
 * @param early whether the flow begins at once and not when the call is answered
 * @param master the call it shall be chained to
 * @param referenceActiveflowId the execution that wants it, or the nil UUID
 * @param metadata what the customer notes about it
 */
public record FlowCall(
    CustomerId customer,
    Address source,
    Address destination,
    Duration dialTimeout,
    FlowPlan plan,
    FlowVariables variables,
    boolean early,
    Optional<CallId> master,
    UUID referenceActiveflowId,
    JsonObject metadata) {}
