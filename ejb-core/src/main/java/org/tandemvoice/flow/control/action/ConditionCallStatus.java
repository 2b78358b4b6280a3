package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Goes on if the call has this {@code status}; else jumps to {@code false_target_id}, if given. */
@ApplicationScoped
public class ConditionCallStatus implements FlowAction {

  private static final int LONGEST = 255;

  @Override
  public String type() {
    return "condition_call_status";
  }

  @Override
  public Requirement requires() {
    return Requirement.CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String status = options.requiredText("status", LONGEST);
    List<String> known = Arrays.stream(CallStatus.values()).map(CallStatus::text).toList();
    if (!known.contains(status)) {
      throw options.invalid("status", "is \"" + status + "\": give one of " + known);
    }
    return new Asking(status, options.text("false_target_id", LONGEST));
  }

  private record Asking(String status, String falseTargetId) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      boolean holds = context.call().status().text().equals(status);
      return holds ? Step.NEXT : Step.jumpOrNext(falseTargetId);
    }

    @Override
    public List<Target> targets() {
      return List.of(new Target("false_target_id", falseTargetId));
    }
  }
}
