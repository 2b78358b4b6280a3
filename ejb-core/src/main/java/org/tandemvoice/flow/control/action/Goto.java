package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Jumps: {@code target_id}, and {@code loop_count}, how often; when that is used up, the next
 * action follows (inventory section 14). Without {@code loop_count} it jumps every time.
 */
@ApplicationScoped
public class Goto implements FlowAction {

  private static final int LONGEST_ID = 255;
  private static final int MOST_LOOPS = 1_000_000;

  @Override
  public String type() {
    return "goto";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Jumping(
        options.requiredText("target_id", LONGEST_ID),
        (int) options.integer("loop_count", MOST_LOOPS, 0, MOST_LOOPS));
  }

  private record Jumping(String targetId, int loopCount) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      String own = JsonText.object(context.activeflow().currentAction()).getString("id");
      if (context.activeflow().loops(own) >= loopCount) {
        return Step.NEXT;
      }
      context.activeflow().countLoop(own);
      return Step.jump(targetId);
    }

    @Override
    public List<Target> targets() {
      return List.of(new Target("target_id", targetId));
    }
  }
}
