package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Answerer;

/**
 * Judges within {@code timeout} milliseconds (default 3000) whether a machine took the call, and
 * says so in {@code voipbin.call.amd} ({@code human}, {@code machine} or {@code unknown}). {@code
 * machine_action} and {@code human_action} are {@code hangup}, {@code continue} or the id of an
 * action (C-27); a machine is hung up on unless said otherwise, anybody else continued with. A
 * machine is spoken to when its greeting is over: what goes on, goes on then. With {@code async}
 * the actions behind it run meanwhile, and only a machine changes that.
 */
@ApplicationScoped
public class Amd implements FlowAction {

  private static final String VARIABLE = "voipbin.call.amd";
  private static final String HANGUP = "hangup";
  private static final String CONTINUE = "continue";
  private static final int LONGEST_ID = 255;

  @Override
  public String type() {
    return "amd";
  }

  @Override
  public Map<String, String> optionAliases() {
    return Map.of("machine_handle", "machine_action");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Judging(
        action(options, "machine_action", HANGUP),
        action(options, "human_action", CONTINUE),
        Duration.ofMillis(options.integer("timeout", 3_000, 1_000, 60_000)),
        options.flag("async", false));
  }

  private static String action(JsonFields options, String name, String ifEmpty) {
    String action = options.text(name, LONGEST_ID);
    return action.isEmpty() ? ifEmpty : action;
  }

  private record Judging(String machineAction, String humanAction, Duration timeout, boolean async)
      implements Instruction {

    @Override
    public Step start(FlowContext context) {
      Duration within = timeout;
      context.control("who answered", session -> session.detectAnswerer(within));
      if (async) {
        context.watch();
        return Step.NEXT;
      }
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      if (!context.isOwn(fact) || async) {
        return Step.WAIT;
      }
      if (fact instanceof CallFact.AnswererDetected detected) {
        context.set(VARIABLE, detected.answerer().text());
        return detected.answerer() == Answerer.MACHINE
            ? machine(Step.WAIT)
            : go(humanAction, ReleaseCause.NORMAL);
      }
      return fact instanceof CallFact.GreetingEnded
          ? go(machineAction, ReleaseCause.MACHINE)
          : Step.WAIT;
    }

    @Override
    public Step watch(CallFact fact, FlowContext context) {
      if (!context.isOwn(fact)) {
        return Step.WAIT;
      }
      if (fact instanceof CallFact.AnswererDetected detected) {
        context.set(VARIABLE, detected.answerer().text());
        boolean isMachine = detected.answerer() == Answerer.MACHINE;
        if (!isMachine || machineAction.equals(CONTINUE)) {
          context.unwatch();
        }
        return isMachine ? machine(Step.WAIT) : Step.WAIT;
      }
      if (fact instanceof CallFact.GreetingEnded) {
        context.unwatch();
        return go(machineAction, ReleaseCause.MACHINE);
      }
      return Step.WAIT;
    }

    /** What to do at the verdict already; anything that is to be heard waits for the beep. */
    private Step machine(Step ifSpokenTo) {
      return machineAction.equals(HANGUP) ? go(HANGUP, ReleaseCause.MACHINE) : ifSpokenTo;
    }

    private static Step go(String action, ReleaseCause cause) {
      return switch (action) {
        case HANGUP -> new Step.Finish(cause);
        case CONTINUE -> Step.NEXT;
        default -> Step.jump(action);
      };
    }

    @Override
    public List<Target> targets() {
      return Stream.of(
              new Target("machine_action", machineAction), new Target("human_action", humanAction))
          .filter(target -> !target.actionId().equals(HANGUP))
          .filter(target -> !target.actionId().equals(CONTINUE))
          .toList();
    }
  }
}
