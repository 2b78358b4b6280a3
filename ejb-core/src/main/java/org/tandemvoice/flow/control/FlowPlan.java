package org.tandemvoice.flow.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowFrame;

/**
 * What an execution shall run.
 *
 * @param onCompleteFlowId the flow that follows it, or the nil UUID
 */
public record FlowPlan(FlowFrame frame, UUID onCompleteFlowId) {

  public static FlowPlan of(Flow flow) {
    return new FlowPlan(FlowFrame.of(flow.uuid(), flow.actions()), flow.onCompleteFlowId());
  }

  /** Actions that belong to no flow. */
  public static FlowPlan of(String actions) {
    return new FlowPlan(FlowFrame.of(OwnedResource.NIL, actions), OwnedResource.NIL);
  }

  UUID flowId() {
    return frame.flowId();
  }
}
