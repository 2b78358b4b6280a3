package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Ends the flow, and with it the call. */
@ApplicationScoped
public class Hangup implements FlowAction {

  @Override
  public String type() {
    return "hangup";
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
