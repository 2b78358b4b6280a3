package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.Digits;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Presses keys towards the party: {@code digits}, {@code duration} of each and {@code interval}
 * between them in milliseconds (C-09). Goes on when all have been pressed.
 */
@ApplicationScoped
public class DigitsSend implements FlowAction {

  @Override
  public String type() {
    return "digits_send";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("dtmf_send");
  }

  @Override
  public Map<String, String> optionAliases() {
    return Map.of("dtmfs", "digits");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Sending(Digits.from(options));
  }

  private record Sending(Digits digits) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      context.press(digits);
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      return fact instanceof CallFact.DigitsSent sent
              && context.memory().equals(sent.sendingId().toString())
          ? Step.NEXT
          : Step.WAIT;
    }
  }
}
