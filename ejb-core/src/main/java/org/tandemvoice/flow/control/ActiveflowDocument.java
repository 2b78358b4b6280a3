package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ExecutedAction;
import org.tandemvoice.time.control.Timestamps;

/** An execution as customers see it (contract, FlowManagerActiveflow; inventory section 14). */
@ApplicationScoped
public class ActiveflowDocument {

  private static final String NIL = OwnedResource.NIL.toString();

  private Timestamps timestamps;

  protected ActiveflowDocument() {}

  @Inject
  public ActiveflowDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  /**
   * @param executed the actions it has begun, oldest first
   */
  public JsonObject of(Activeflow activeflow, List<ExecutedAction> executed) {
    JsonArrayBuilder history = JSON.createArrayBuilder();
    executed.forEach(action -> history.add(JsonText.object(action.action())));
    return JSON.createObjectBuilder()
        .add("id", activeflow.uuid().toString())
        .add("customer_id", activeflow.customerId().toString())
        .add("flow_id", activeflow.flowId().toString())
        .add("status", activeflow.status().text())
        .add("reference_type", activeflow.callId().isPresent() ? "call" : "api")
        .add("reference_id", activeflow.callId().map(CallId::toString).orElse(NIL))
        .add("reference_activeflow_id", activeflow.referenceActiveflowId().toString())
        .add("on_complete_flow_id", activeflow.onCompleteFlowId().toString())
        .add("complete_count", activeflow.completeCount())
        .add("current_action", currentAction(activeflow))
        .add("forward_action_id", NIL)
        .add("executed_actions", history)
        .add("executed_count", activeflow.executedCount())
        .add("variables", activeflow.variables().json())
        .add("loop_counts", JsonText.object(activeflow.loops()))
        .add("tm_create", timestamps.text(activeflow.createdAt()))
        .add("tm_update", timestamps.text(activeflow.updatedAt()))
        .add("tm_delete", timestamps.text(activeflow.deletedAt()))
        .build();
  }

  private static JsonObject currentAction(Activeflow activeflow) {
    JsonObjectBuilder action =
        activeflow.currentAction().isEmpty()
            ? JSON.createObjectBuilder().add("id", ReservedIds.START).add("type", "")
            : JSON.createObjectBuilder(JsonText.object(activeflow.currentAction()));
    return action.add("error", activeflow.error()).build();
  }
}
