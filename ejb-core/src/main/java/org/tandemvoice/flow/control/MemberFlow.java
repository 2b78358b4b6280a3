package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.flow.entity.FlowVariables;

/**
 * What the call of a groupcall runs when it is answered, in a form the groupcall can keep.
 *
 * @param early whether it begins at once if the groupcall has but one call
 * @param referenceActiveflowId the execution that wants it, or the nil UUID
 * @param metadata what the customer notes about each of its calls
 */
public record MemberFlow(
    FlowPlan plan,
    FlowVariables variables,
    boolean early,
    UUID referenceActiveflowId,
    JsonObject metadata) {

  /** The plan of a groupcall. */
  public String text() {
    return JSON.createObjectBuilder()
        .add("flow_id", plan.flowId().toString())
        .add("actions", JsonText.array(plan.frame().actions()))
        .add("on_complete_flow_id", plan.onCompleteFlowId().toString())
        .add("variables", variables.json())
        .add("early", early)
        .add("reference_activeflow_id", referenceActiveflowId.toString())
        .add("metadata", metadata)
        .build()
        .toString();
  }

  static MemberFlow parse(String text) {
    JsonObject json = JsonText.object(text);
    FlowFrame frame =
        FlowFrame.of(
            UUID.fromString(json.getString("flow_id")), json.getJsonArray("actions").toString());
    return new MemberFlow(
        new FlowPlan(frame, UUID.fromString(json.getString("on_complete_flow_id"))),
        FlowVariables.parse(json.getJsonObject("variables").toString()),
        json.getBoolean("early"),
        UUID.fromString(json.getString("reference_activeflow_id")),
        json.containsKey("metadata") ? json.getJsonObject("metadata") : CallMetadata.NONE);
  }

  /** The same that runs another plan. */
  public MemberFlow with(FlowPlan other) {
    return new MemberFlow(other, variables, early, referenceActiveflowId, metadata);
  }
}
