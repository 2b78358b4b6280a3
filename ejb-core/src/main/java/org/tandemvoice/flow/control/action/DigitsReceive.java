package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Takes the keys that are pressed, those of the actions before included, into {@code
 * voipbin.call.digits}: until there are {@code length} of them, one of the characters of {@code
 * key} comes (C-12; it is left out), or {@code duration} milliseconds (default 5000) are over.
 */
@ApplicationScoped
public class DigitsReceive implements FlowAction {

  private static final int MOST_DIGITS = 100;
  private static final int LONGEST_KEY = 16;

  @Override
  public String type() {
    return "digits_receive";
  }

  @Override
  public Map<String, String> optionAliases() {
    return Map.of("terminator", "key");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    long millis = options.integer("duration", 5_000, 0, Duration.ofHours(1).toMillis());
    return new Receiving(
        Duration.ofMillis(millis),
        (int) options.integer("length", 0, 0, MOST_DIGITS),
        options.text("key", LONGEST_KEY));
  }

  private record Receiving(Duration duration, int length, String keys) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      Step step = take(context);
      if (step == Step.WAIT) {
        context.comeBackAfter(duration);
      }
      return step;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      return fact instanceof CallFact.DigitReceived && context.isOwn(fact)
          ? take(context)
          : Step.WAIT;
    }

    @Override
    public Step on(FlowFact fact, FlowContext context) {
      if (!context.memory().equals(fact.token())) {
        return Step.WAIT;
      }
      String pressed = context.activeflow().digits();
      return done(context, pressed, "", pressed.length());
    }

    private Step take(FlowContext context) {
      String pressed = context.activeflow().digits();
      for (int i = 0; i < pressed.length(); i++) {
        if (keys.indexOf(pressed.charAt(i)) >= 0) {
          return done(context, pressed.substring(0, i), pressed.substring(i, i + 1), i + 1);
        }
        if (i + 1 == length) {
          return done(context, pressed.substring(0, length), "", length);
        }
      }
      return Step.WAIT;
    }

    private static Step done(FlowContext context, String digits, String key, int consumed) {
      context.activeflow().consume(consumed);
      context.received(digits, key);
      return Step.NEXT;
    }
  }
}
