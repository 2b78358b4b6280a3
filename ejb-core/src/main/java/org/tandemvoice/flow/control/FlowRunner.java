package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ActiveflowDraft;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.node.control.Node;

/**
 * Gives executions what concerns them: the answer of their call, its end, and every fact the
 * running action may wait for. It works in the transaction of the fact, under the lock of the call.
 */
@ApplicationScoped
public class FlowRunner {

  @Inject private Activeflows activeflows;
  @Inject private ActiveflowEvents events;
  @Inject private FlowExecution execution;
  @Inject private Calls calls;
  @Inject private TimeOrderedIds ids;
  @Inject private Node node;
  @Inject private Clock clock;

  /** A reference to an execution of this plan that is to be attached to a call. */
  public FlowReference reference(FlowPlan plan) {
    return new FlowReference(plan.flowId(), ids.next());
  }

  /**
   * Gives a call the actions of the plan it refers to. An outgoing call begins them when it is
   * answered, or by {@link #begin} before that.
   *
   * @param referenceActiveflowId the execution that wants this one, or the nil UUID
   */
  public void attach(
      Call call, FlowPlan plan, FlowVariables variables, UUID referenceActiveflowId) {
    add(
        new Activeflow(
            new ActiveflowDraft(
                call.activeflowId(),
                call.customerId(),
                call.nodeId(),
                Optional.of(call.id()),
                plan.frame(),
                variables,
                referenceActiveflowId,
                plan.onCompleteFlowId(),
                0),
            clock.instant()));
  }

  /** Executes the first action of the call's flow. */
  public void begin(Call call) {
    activeflows
        .of(call)
        .filter(activeflow -> activeflow.isRunning() && !activeflow.hasBegun())
        .ifPresent(activeflow -> execution.begin(activeflow, Optional.of(call)));
  }

  /**
   * Has a locked call run this plan at once, in place of the action it is at; behind that it goes
   * on afterwards. A call without a flow runs it and ends.
   */
  public void divert(Call call, FlowPlan plan) {
    Optional<Activeflow> running =
        activeflows.of(call).filter(activeflow -> activeflow.isRunning() && activeflow.hasBegun());
    if (running.isPresent()) {
      execution.divert(running.get(), Optional.of(call), plan.frame());
    } else {
      call.follow(reference(plan), clock.instant());
      attach(call, plan, FlowVariables.NONE, OwnedResource.NIL);
      begin(call);
    }
  }

  /** Runs a plan that works on no call. */
  public Activeflow start(CustomerId customer, UUID id, FlowPlan plan, FlowVariables variables) {
    return start(
        new ActiveflowDraft(
            id,
            customer,
            node.id(),
            Optional.<CallId>empty(),
            plan.frame(),
            variables,
            OwnedResource.NIL,
            plan.onCompleteFlowId(),
            0));
  }

  /** Runs a plan because another one is over. */
  void follow(Activeflow ended, FlowPlan plan) {
    start(
        new ActiveflowDraft(
            ids.next(),
            ended.customerId(),
            node.id(),
            Optional.<CallId>empty(),
            plan.frame(),
            ended.variables(),
            ended.uuid(),
            plan.onCompleteFlowId(),
            ended.completeCount() + 1));
  }

  private Activeflow start(ActiveflowDraft draft) {
    Activeflow activeflow = new Activeflow(draft, clock.instant());
    add(activeflow);
    execution.begin(activeflow, Optional.empty());
    return activeflow;
  }

  private void add(Activeflow activeflow) {
    activeflows.add(activeflow);
    events.created(activeflow);
  }

  /** Gives a locked execution a fact about itself. */
  void fact(FlowFact fact, Activeflow activeflow) {
    Optional<Call> call = activeflow.callId().flatMap(calls::lock);
    if (activeflow.isRunning() && call.filter(FlowRunner::isEnding).isEmpty()) {
      execution.on(fact, activeflow, call);
    }
  }

  /**
   * Cuts short what the locked call's flow runs deeper than this, and tells the action there why.
   */
  public void interrupt(Call call, int depth, FlowFact.Interrupted fact) {
    activeflows
        .of(call)
        .filter(activeflow -> activeflow.isRunning() && !isEnding(call))
        .ifPresent(activeflow -> execution.interrupt(activeflow, Optional.of(call), depth, fact));
  }

  void fact(@Observes CallFact fact) {
    Call call = fact.call();
    activeflows
        .of(call)
        .filter(Activeflow::isRunning)
        .ifPresent(activeflow -> own(fact, activeflow, call));
    call.master()
        .flatMap(calls::lock)
        .filter(master -> !isEnding(master))
        .ifPresent(master -> ofChained(fact, master));
  }

  private void own(CallFact fact, Activeflow activeflow, Call call) {
    if (fact instanceof CallFact.Ended) {
      execution.end(activeflow);
    } else if (fact instanceof CallFact.Answered
        && call.direction() == CallDirection.OUTGOING
        && !activeflow.hasBegun()
        && !isEnding(call)) {
      execution.begin(activeflow, Optional.of(call));
    } else if (activeflow.hasBegun() && !isEnding(call)) {
      begun(fact, activeflow, call);
    }
  }

  private void begun(CallFact fact, Activeflow activeflow, Call call) {
    if (fact instanceof CallFact.DigitReceived pressed) {
      activeflow.pressed(pressed.digit());
    }
    if (activeflow.isHeld()) {
      if (fact instanceof CallFact.Answered) {
        execution.unhold(activeflow, Optional.of(call));
      }
    } else if (fact instanceof CallFact.TimePassed passed) {
      execution.on(new FlowFact.TimePassed(passed.token()), activeflow, Optional.of(call));
    } else {
      execution.on(fact, activeflow, Optional.of(call));
    }
  }

  private void ofChained(CallFact fact, Call master) {
    activeflows
        .of(master)
        .filter(activeflow -> activeflow.isRunning() && activeflow.hasBegun())
        .filter(activeflow -> !activeflow.isHeld())
        .ifPresent(activeflow -> execution.on(fact, activeflow, Optional.of(master)));
  }

  private static boolean isEnding(Call call) {
    return !call.status().isWaiting() && call.status() != CallStatus.PROGRESSING;
  }
}
