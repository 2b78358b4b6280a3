package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Jumps by the value of a variable: {@code variable} (default the digits received last), {@code
 * target_ids} (value to action id), {@code default_target_id} (default the next action).
 */
@ApplicationScoped
public class Branch implements FlowAction {

  private static final int LONGEST = 255;

  @Override
  public String type() {
    return "branch";
  }

  @Override
  public Set<String> verbatim() {
    return Set.of("variable");
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    JsonFields given = options.object("target_ids");
    Map<String, String> targets = new LinkedHashMap<>();
    for (String value : given.json().keySet()) {
      targets.put(value, given.requiredText(value, LONGEST));
    }
    String fallback = options.text("default_target_id", LONGEST);
    if (targets.isEmpty() && fallback.isEmpty()) {
      throw options.invalid("target_ids", "is missing: give at least one value and action id");
    }
    String variable = options.text("variable", LONGEST);
    return new Branching(variable.isEmpty() ? "voipbin.call.digits" : variable, targets, fallback);
  }

  private record Branching(String variable, Map<String, String> byValue, String fallback)
      implements Instruction {

    @Override
    public Step start(FlowContext context) {
      String target = byValue.getOrDefault(context.valueOf(variable), fallback);
      return Step.jumpOrNext(target);
    }

    @Override
    public List<Target> targets() {
      List<Target> targets = new ArrayList<>();
      byValue.forEach((value, id) -> targets.add(new Target("target_ids." + value, id)));
      targets.add(new Target("default_target_id", fallback));
      return targets;
    }
  }
}
