package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
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

  /** Takes the call into this conference as a participant. */
  public static FlowPlan joining(String conferenceId) {
    JsonObject action =
        JSON.createObjectBuilder()
            .add("type", "conference_join")
            .add("option", JSON.createObjectBuilder().add("conference_id", conferenceId))
            .build();
    return of(JSON.createArrayBuilder().add(action).build().toString());
  }

  public UUID flowId() {
    return frame.flowId();
  }
}
