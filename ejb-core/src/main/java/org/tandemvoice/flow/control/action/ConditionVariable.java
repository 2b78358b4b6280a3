package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.tandemvoice.flow.control.Comparison;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Goes on if a {@code variable} compares by {@code condition} with a value of {@code value_type}:
 * {@code string} ({@code value_string}), {@code number} ({@code value_number}) or {@code length}
 * ({@code value_length}); else jumps to {@code false_target_id}, if given. What is no number is not
 * equal to any, and neither less nor greater.
 */
@ApplicationScoped
public class ConditionVariable implements FlowAction {

  private static final int LONGEST = 255;
  private static final int LONGEST_VALUE = 32_768;

  @Override
  public String type() {
    return "condition_variable";
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
    String variable = options.requiredText("variable", LONGEST);
    String falseTargetId = options.text("false_target_id", LONGEST);
    return new Asking(variable, test(options, Comparison.from(options)), falseTargetId);
  }

  @FunctionalInterface
  private interface Test {
    boolean holds(String value);
  }

  private static Test test(JsonFields options, Comparison condition) {
    String type = options.text("value_type", LONGEST);
    switch (type) {
      case "", "string" -> {
        String wanted = options.text("value_string", LONGEST_VALUE);
        return value -> condition.holds(value, wanted);
      }
      case "number" -> {
        BigDecimal wanted = number(options);
        return value -> compare(value, condition, wanted);
      }
      case "length" -> {
        int wanted = (int) options.integer("value_length", 0, 0, LONGEST_VALUE);
        return value -> condition.holds(value.length(), wanted);
      }
      default ->
          throw options.invalid("value_type", "is \"" + type + "\": give string, number or length");
    }
  }

  private static BigDecimal number(JsonFields options) {
    if (!options.has("value_number")) {
      return BigDecimal.ZERO;
    }
    if (options.json().get("value_number") instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    throw options.invalid(
        "value_number", "is " + options.json().get("value_number") + ": give a number");
  }

  private static boolean compare(String value, Comparison condition, BigDecimal wanted) {
    try {
      return condition.holds(new BigDecimal(value.strip()), wanted);
    } catch (NumberFormatException notANumber) {
      return condition == Comparison.NOT_EQUAL;
    }
  }

  private record Asking(String variable, Test test, String falseTargetId) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      boolean holds = test.holds(context.valueOf(variable));
      return holds ? Step.NEXT : Step.jumpOrNext(falseTargetId);
    }

    @Override
    public List<Target> targets() {
      return List.of(new Target("false_target_id", falseTargetId));
    }
  }
}
