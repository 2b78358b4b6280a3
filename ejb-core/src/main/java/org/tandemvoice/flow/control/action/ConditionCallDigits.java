package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Goes on if at least {@code length} keys were received or one of them is in {@code key}; else
 * jumps to {@code false_target_id}, if that is given (contract section 11 calls it deprecated).
 */
@ApplicationScoped
public class ConditionCallDigits implements FlowAction {

  private static final int LONGEST = 255;

  @Override
  public String type() {
    return "condition_call_digits";
  }

  @Override
  public Requirement requires() {
    return Requirement.CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    int length = (int) options.integer("length", 0, 0, LONGEST);
    String keys = options.text("key", LONGEST);
    if (length == 0 && keys.isEmpty()) {
      throw options.invalid("length", "is missing: give length or key");
    }
    return new Asking(length, keys, options.text("false_target_id", LONGEST));
  }

  private record Asking(int length, String keys, String falseTargetId) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      String received = context.receivedWithKey();
      boolean isLong = length > 0 && received.length() >= length;
      boolean hasKey = received.chars().anyMatch(digit -> keys.indexOf(digit) >= 0);
      return isLong || hasKey ? Step.NEXT : Step.jumpOrNext(falseTargetId);
    }

    @Override
    public List<Target> targets() {
      return List.of(new Target("false_target_id", falseTargetId));
    }
  }
}
