package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Waits: {@code duration} in milliseconds, at most an hour. */
@ApplicationScoped
public class Sleep implements FlowAction {

  @Override
  public String type() {
    return "sleep";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    if (!options.has("duration")) {
      throw options.invalid("duration", "is missing: give milliseconds");
    }
    long millis = options.integer("duration", 0, 0, Duration.ofHours(1).toMillis());
    return new Sleeping(Duration.ofMillis(millis));
  }

  private record Sleeping(Duration duration) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      context.comeBackAfter(duration);
      return Step.WAIT;
    }

    @Override
    public Step on(FlowFact fact, FlowContext context) {
      return context.memory().equals(fact.token()) ? Step.NEXT : Step.WAIT;
    }
  }
}
