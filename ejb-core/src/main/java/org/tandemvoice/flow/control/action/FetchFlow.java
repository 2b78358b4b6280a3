package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.json.control.JsonFields;

/** Runs the actions of another flow, {@code flow_id}, and goes on behind them. */
@ApplicationScoped
public class FetchFlow implements FlowAction {

  @Override
  public String type() {
    return "fetch_flow";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    UUID id = options.uuid("flow_id");
    if (id.equals(OwnedResource.NIL)) {
      throw options.invalid("flow_id", "is missing: give the id of a flow");
    }
    return context -> {
      Flow flow = context.flow(id);
      return new Step.Enter(FlowFrame.of(flow.uuid(), flow.actions()));
    };
  }
}
