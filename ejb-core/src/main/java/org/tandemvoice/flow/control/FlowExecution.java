package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.StopPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/**
 * Runs the actions of one execution until one of them waits, none is left, or one fails. In the two
 * last cases the call ends.
 */
@ApplicationScoped
public class FlowExecution {

  private static final Logger LOG = System.getLogger(FlowExecution.class.getName());

  private static final int MOST_STEPS = 1000;
  private static final int MOST_DEPTH = 100;

  private FlowActions actions;
  private FlowSurroundings surroundings;
  private Timestamps timestamps;

  protected FlowExecution() {}

  @Inject
  public FlowExecution(FlowActions actions, FlowSurroundings surroundings, Timestamps timestamps) {
    this.actions = actions;
    this.surroundings = surroundings;
    this.timestamps = timestamps;
  }

  /** Executes the first action. */
  void begin(Activeflow activeflow, Optional<Call> call) {
    run(activeflow, call, () -> Step.NEXT);
  }

  /** The call is answered, and an action has been held until then. */
  void unhold(Activeflow activeflow, Optional<Call> call) {
    activeflow.unhold(surroundings.now());
    run(activeflow, call, () -> start(activeflow, call));
  }

  /** Leaves the running action for a nested list of actions, and goes on behind it afterwards. */
  void divert(Activeflow activeflow, Optional<Call> call, FlowFrame nested) {
    run(activeflow, call, () -> new Step.Enter(nested));
  }

  /** Gives the running action a fact about its call or one chained to it. */
  void on(CallFact fact, Activeflow activeflow, Optional<Call> call) {
    run(
        activeflow,
        call,
        () -> {
          Step step = watch(fact, activeflow, call);
          return step instanceof Step.Wait
              ? running(activeflow).on(fact, context(activeflow, call))
              : step;
        });
  }

  /** Asks the action that still watches, if there is one; where it goes, the running one leaves. */
  private Step watch(CallFact fact, Activeflow activeflow, Optional<Call> call) {
    if (activeflow.watching().isEmpty()) {
      return Step.WAIT;
    }
    FlowContext context = context(activeflow, call);
    Step step = instruction(activeflow.watching()).watch(fact, context);
    if (!(step instanceof Step.Wait)) {
      running(activeflow).leave(context);
    }
    return step;
  }

  /** Gives the running action a fact about the execution. */
  void on(FlowFact fact, Activeflow activeflow, Optional<Call> call) {
    run(activeflow, call, () -> running(activeflow).on(fact, context(activeflow, call)));
  }

  /** Ends the execution, and its call for this cause. */
  void finish(Activeflow activeflow, Optional<Call> call, ReleaseCause cause) {
    end(activeflow);
    call.ifPresent(known -> surroundings.release(known, cause));
  }

  /** Ends the execution alone. */
  void end(Activeflow activeflow) {
    activeflow.end(surroundings.now());
    surroundings.ended(activeflow);
  }

  private void run(Activeflow activeflow, Optional<Call> call, Supplier<Step> first) {
    long before = activeflow.executedCount();
    try {
      Step step = first.get();
      while (move(activeflow, call, step)) {
        step = start(activeflow, call);
      }
    } catch (PlatformException failure) {
      fail(activeflow, call, failure.getMessage());
    }
    if (activeflow.isRunning() && activeflow.executedCount() > before) {
      surroundings.moved(activeflow);
    }
  }

  /** Ends the execution with an error, and its call. */
  void fail(Activeflow activeflow, Optional<Call> call, String error) {
    LOG.log(Level.INFO, "activeflow={0} failed: {1}", activeflow.uuid(), error);
    activeflow.fail(error, surroundings.now());
    surroundings.ended(activeflow);
    call.ifPresent(known -> surroundings.release(known, ReleaseCause.NORMAL));
  }

  /** Whether there is an action to be begun now. */
  private boolean move(Activeflow activeflow, Optional<Call> call, Step step) {
    if (step instanceof Step.Wait) {
      return false;
    }
    if (step instanceof Step.Finish finish) {
      finish(activeflow, call, finish.cause());
      return false;
    }
    int position = position(activeflow, step);
    while (position >= JsonText.array(activeflow.actions()).size()) {
      if (!activeflow.leave()) {
        finish(activeflow, call, ReleaseCause.NORMAL);
        return false;
      }
      resume(activeflow, call);
      Step next = running(activeflow).resumed(context(activeflow, call));
      if (!(next instanceof Step.Next)) {
        return move(activeflow, call, next);
      }
      position = behind(activeflow);
    }
    moveTo(position, activeflow, call);
    return true;
  }

  /** The action that entered what has been left is the running one again. */
  private void resume(Activeflow activeflow, Optional<Call> call) {
    JsonObject action = JsonText.array(activeflow.actions()).getJsonObject(activeflow.position());
    JsonObject shown = shown(action, new VariableLookup(activeflow, call));
    activeflow.resume(shown.toString(), surroundings.now());
  }

  /** Leaves all that is nested deeper than this, and gives the action there the fact. */
  void interrupt(Activeflow activeflow, Optional<Call> call, int depth, FlowFact fact) {
    if (activeflow.depth() > depth) {
      running(activeflow).leave(context(activeflow, call));
      while (activeflow.depth() > depth) {
        activeflow.leave();
      }
      resume(activeflow, call);
      activeflow.waiting();
      call.ifPresent(known -> surroundings.send(new StopPrompt(known)));
    }
    on(fact, activeflow, call);
  }

  private static int position(Activeflow activeflow, Step step) {
    if (step instanceof Step.Jump jump) {
      return target(activeflow, jump.actionId());
    }
    if (step instanceof Step.Enter enter) {
      if (activeflow.depth() >= MOST_DEPTH) {
        throw new PlatformException(
            ErrorCode.STATE_INVALID,
            "flows are nested " + MOST_DEPTH + " deep: a flow must not fetch itself without end");
      }
      activeflow.enter(enter.nested());
      return 0;
    }
    return behind(activeflow);
  }

  private static int behind(Activeflow activeflow) {
    int position = activeflow.position();
    if (position < 0) {
      return 0;
    }
    JsonObject action = JsonText.array(activeflow.actions()).getJsonObject(position);
    String next = action.getString("next_id", "");
    return next.isEmpty() ? position + 1 : target(activeflow, next);
  }

  private static int target(Activeflow activeflow, String id) {
    JsonArray list = JsonText.array(activeflow.actions());
    if (ReservedIds.isNone(id) || id.equals(ReservedIds.NEXT)) {
      return activeflow.position() + 1;
    }
    if (id.equals(ReservedIds.START)) {
      return 0;
    }
    if (id.equals(ReservedIds.FINISH)) {
      return list.size();
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.getJsonObject(i).getString("id", "").equals(id)) {
        return i;
      }
    }
    throw new PlatformException(
        ErrorCode.STATE_INVALID, "no action of this flow has the id \"" + id + "\"");
  }

  private void moveTo(int position, Activeflow activeflow, Optional<Call> call) {
    if (activeflow.stepsSinceWait() >= MOST_STEPS) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          MOST_STEPS + " actions have run without waiting for anything: the flow turns in circles");
    }
    JsonObject action = JsonText.array(activeflow.actions()).getJsonObject(position);
    JsonObject shown = shown(action, new VariableLookup(activeflow, call));
    activeflow.moveTo(position, shown.toString(), surroundings.now());
    surroundings.executing(activeflow, call, shown);
  }

  /** The action as it is executed and as the call shows it (inventory section 8). */
  private JsonObject shown(JsonObject action, VariableLookup variables) {
    JsonFields fields = JsonFields.of(action);
    JsonObject option =
        Placeholders.fill(
            fields.object("option").json(), actions.of(fields).verbatim(), variables::value);
    return JSON.createObjectBuilder()
        .add("id", action.getString("id", OwnedResource.NIL.toString()))
        .add("next_id", action.getString("next_id", OwnedResource.NIL.toString()))
        .add("type", action.getString("type"))
        .add("option", option)
        .add("tm_execute", timestamps.text(surroundings.now()))
        .build();
  }

  private Step start(Activeflow activeflow, Optional<Call> call) {
    FlowAction action = actions.of(current(activeflow));
    if (mustWaitForAnswer(action, call)) {
      activeflow.hold(surroundings.now());
      activeflow.waiting();
      return Step.WAIT;
    }
    Step step = running(activeflow).start(context(activeflow, call));
    if (step instanceof Step.Wait) {
      activeflow.waiting();
    }
    return step;
  }

  private static boolean mustWaitForAnswer(FlowAction action, Optional<Call> call) {
    Requirement requirement = action.requires();
    if (requirement == Requirement.NOTHING) {
      return false;
    }
    Call known =
        call.orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.CALL_STATE_INVALID,
                    action.type() + " needs a call, and this flow runs without one"));
    if (requirement == Requirement.CALL || known.status() == CallStatus.PROGRESSING) {
      return false;
    }
    if (known.direction() == CallDirection.OUTGOING && known.status().isWaiting()) {
      return true;
    }
    if (requirement == Requirement.REACHED_CALL && known.status().isWaiting()) {
      return false;
    }
    throw new PlatformException(
        ErrorCode.CALL_STATE_INVALID,
        action.type() + " needs an answered call, and this one is " + known.status().text());
  }

  private Instruction running(Activeflow activeflow) {
    return instruction(activeflow.currentAction());
  }

  private Instruction instruction(String actionJson) {
    JsonFields action = JsonFields.of(JsonText.object(actionJson));
    return actions.of(action).prepare(action.object("option"));
  }

  private static JsonFields current(Activeflow activeflow) {
    return JsonFields.of(JsonText.object(activeflow.currentAction()));
  }

  private FlowContext context(Activeflow activeflow, Optional<Call> call) {
    return new FlowContext(activeflow, call, surroundings);
  }
}
