package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Keeps the call as it is until it ends or the execution is stopped from outside. */
@ApplicationScoped
public class Block implements FlowAction {

  @Override
  public String type() {
    return "block";
  }

  @Override
  public Requirement requires() {
    return Requirement.CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return context -> Step.WAIT;
  }
}
