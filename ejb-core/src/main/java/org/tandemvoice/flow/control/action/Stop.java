package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Ends the execution, nested flows and all, and the call as after the last action. */
@ApplicationScoped
public class Stop implements FlowAction {

  @Override
  public String type() {
    return "stop";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return context -> Step.FINISH;
  }
}
