package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Sets a variable: {@code key}, {@code value}. */
@ApplicationScoped
public class VariableSet implements FlowAction {

  private static final int LONGEST_KEY = 255;

  @Override
  public String type() {
    return "variable_set";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String key = options.requiredText("key", LONGEST_KEY);
    String value = options.text("value");
    return context -> {
      context.set(key, value);
      return Step.NEXT;
    };
  }
}
