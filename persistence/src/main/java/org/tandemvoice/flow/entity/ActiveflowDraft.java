package org.tandemvoice.flow.entity;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * All that is known of an execution before it begins.
 *
 * @param nodeId the server process that runs it
 * @param call the call it works on; none if it was started by the API
 * @param frame the actions
 * @param referenceActiveflowId the execution that caused this one, or the nil UUID
 * @param onCompleteFlowId the flow to run when this one is over, or the nil UUID
 * @param completeCount how many executions one after another led to this one by {@code
 *     on_complete_flow_id}
 */
public record ActiveflowDraft(
    UUID id,
    CustomerId customerId,
    String nodeId,
    Optional<CallId> call,
    FlowFrame frame,
    FlowVariables variables,
    UUID referenceActiveflowId,
    UUID onCompleteFlowId,
    int completeCount) {}
