package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.time.control.Timestamps;

/**
 * Moves flow executions on: when their call is answered, and with every fact the running action
 * waits for. It works in the transaction of the fact, under the lock of the call. When no action is
 * left, or one fails, the call ends.
 */
@ApplicationScoped
public class FlowRunner {

  private static final Logger LOG = System.getLogger(FlowRunner.class.getName());

  @Inject private Activeflows activeflows;
  @Inject private FlowActions actions;
  @Inject private FlowTools tools;
  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private TimeOrderedIds ids;
  @Inject private Timestamps timestamps;
  @Inject private Clock clock;

  /** A reference to an execution of this flow that is to be attached to a call. */
  public FlowReference reference(UUID flow) {
    return new FlowReference(flow, ids.next());
  }

  /**
   * Gives a call the actions of the flow it refers to. An outgoing call begins them when it is
   * answered, an incoming one by {@link #begin}.
   */
  public void attach(Call call, String actionList) {
    activeflows.add(new Activeflow(call, actionList, clock.instant()));
  }

  /** Executes the first action. */
  public void begin(Call call) {
    activeflows
        .of(call)
        .filter(activeflow -> activeflow.isRunning() && !activeflow.hasBegun())
        .ifPresent(activeflow -> enter(activeflow, call, 0));
  }

  void fact(@Observes CallFact fact) {
    Call call = fact.call();
    if (fact instanceof CallFact.Ended) {
      activeflows.of(call).filter(Activeflow::isRunning).ifPresent(this::end);
    } else if (fact instanceof CallFact.Answered && call.direction() == CallDirection.OUTGOING) {
      begin(call);
    }
    resume(call, fact);
    call.master().flatMap(calls::lock).ifPresent(master -> resume(master, fact));
  }

  private void resume(Call call, CallFact fact) {
    activeflows
        .of(call)
        .filter(activeflow -> activeflow.isRunning() && activeflow.hasBegun())
        .filter(activeflow -> !isEnding(call))
        .ifPresent(activeflow -> resume(activeflow, call, fact));
  }

  private static boolean isEnding(Call call) {
    return !call.status().isWaiting() && call.status() != CallStatus.PROGRESSING;
  }

  private void resume(Activeflow activeflow, Call call, CallFact fact) {
    try {
      Instruction instruction = prepare(activeflow).instruction();
      follow(instruction.on(fact, new FlowContext(call, activeflow, tools)), activeflow, call);
    } catch (PlatformException failure) {
      fail(activeflow, call, failure);
    }
  }

  private FlowActions.Prepared prepare(Activeflow activeflow) {
    int position = activeflow.position();
    JsonObject action = JsonText.array(activeflow.actions()).getJsonObject(position);
    return actions.prepare(action, "actions[" + position + "]");
  }

  private void follow(Step step, Activeflow activeflow, Call call) {
    switch (step) {
      case WAIT -> {}
      case NEXT -> enter(activeflow, call, activeflow.position() + 1);
      case FINISH -> finish(activeflow, call);
    }
  }

  private void enter(Activeflow activeflow, Call call, int position) {
    JsonArray list = JsonText.array(activeflow.actions());
    if (position >= list.size()) {
      finish(activeflow, call);
      return;
    }
    activeflow.moveTo(position, clock.instant());
    states.executing(call, shown(list.getJsonObject(position)).toString());
    try {
      FlowActions.Prepared prepared = prepare(activeflow);
      require(prepared.action(), call);
      Step step = prepared.instruction().start(new FlowContext(call, activeflow, tools));
      follow(step, activeflow, call);
    } catch (PlatformException failure) {
      fail(activeflow, call, failure);
    }
  }

  private static void require(FlowAction action, Call call) {
    boolean met =
        switch (action.requires()) {
          case NOTHING -> true;
          case ANSWERED_CALL -> call.status() == CallStatus.PROGRESSING;
        };
    if (!met) {
      throw new PlatformException(
          ErrorCode.CALL_STATE_INVALID,
          action.type() + " needs an answered call, and this one is " + call.status().text());
    }
  }

  /** The running action as the call shows it (inventory section 8). */
  private JsonObject shown(JsonObject action) {
    return Json.createObjectBuilder()
        .add("id", action.getString("id", OwnedResource.NIL.toString()))
        .add("next_id", action.getString("next_id", OwnedResource.NIL.toString()))
        .add("type", action.getString("type"))
        .add("option", action.getOrDefault("option", JsonValue.EMPTY_JSON_OBJECT))
        .add("tm_execute", timestamps.text(clock.instant()))
        .build();
  }

  /** After the last action the system ends the call (inventory section 10). */
  private void finish(Activeflow activeflow, Call call) {
    end(activeflow);
    states.release(call, ReleaseCause.NORMAL);
  }

  private void end(Activeflow activeflow) {
    activeflow.end(clock.instant());
  }

  private void fail(Activeflow activeflow, Call call, PlatformException failure) {
    LOG.log(Level.INFO, "activeflow={0} failed: {1}", activeflow.uuid(), failure.getMessage());
    activeflow.fail(failure.getMessage(), clock.instant());
    states.release(call, ReleaseCause.NORMAL);
  }
}
