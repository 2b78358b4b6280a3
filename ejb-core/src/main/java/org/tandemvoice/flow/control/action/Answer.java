package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Answers an incoming call; on any other it does nothing (C-48). */
@ApplicationScoped
public class Answer implements FlowAction {

  @Override
  public String type() {
    return "answer";
  }

  @Override
  public Requirement requires() {
    return Requirement.CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Answering();
  }

  private record Answering() implements Instruction {

    @Override
    public Step start(FlowContext context) {
      if (context.call().direction() == CallDirection.OUTGOING
          || context.call().status() == CallStatus.PROGRESSING) {
        return Step.NEXT;
      }
      context.send(new AnswerLeg(context.call()));
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      return fact instanceof CallFact.Answered && context.isOwn(fact) ? Step.NEXT : Step.WAIT;
    }
  }
}
