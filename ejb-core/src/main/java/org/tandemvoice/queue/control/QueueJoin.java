package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.control.command.StartMusic;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.queue.entity.EndReason;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.QueueProfile;
import org.tandemvoice.queue.entity.Queuecall;
import org.tandemvoice.queue.entity.QueuecallStatus;
import org.tandemvoice.queue.entity.TimeoutAction;

/**
 * The action {@code queue_join}: the caller waits in the queue {@code queue_id}, hears its wait
 * flow over and over, or music, and talks to an agent. It goes on when the agent has hung up; who
 * waits too long runs the queue's timeout flow, or its timeout action.
 */
@ApplicationScoped
public class QueueJoin implements FlowAction {

  /** A wait flow that is shorter than this is not begun anew: there is nothing to hear in it. */
  private static final Duration SHORTEST_FLOW = Duration.ofSeconds(1);

  @Inject private Queues queues;
  @Inject private Queuecalls queuecalls;
  @Inject private QueueLine line;
  @Inject private Flows flows;
  @Inject private Calls calls;
  @Inject private Clock clock;

  @Override
  public String type() {
    return "queue_join";
  }

  @Override
  public Requirement requires() {
    return Requirement.REACHED_CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    UUID queue = options.uuid("queue_id");
    if (queue.equals(OwnedResource.NIL)) {
      throw options.invalid("queue_id", "is missing: give the id of a queue");
    }
    return new Joining(queue);
  }

  /** One caller's stay in the queue. What it must remember is in its row. */
  private final class Joining implements Instruction {

    private final UUID queueId;

    private Joining(UUID queueId) {
      this.queueId = queueId;
    }

    @Override
    public Step start(FlowContext context) {
      Call call = context.call();
      Queue queue =
          queues.find(call.customerId(), queueId).orElseThrow(() -> QueueManager.unknown(queueId));
      context.set("voipbin.queue.id", queueId.toString());
      context.set("voipbin.queue.name", queue.profile().name());
      context.set("voipbin.queue.detail", queue.profile().detail());
      Queuecall queuecall = line.join(call, queue, context.activeflow().depth());
      if (call.status() == CallStatus.PROGRESSING) {
        return wait(queuecall, context);
      }
      context.send(new AnswerLeg(call));
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      if (!context.isOwn(fact)) {
        return Step.WAIT;
      }
      Optional<Queuecall> open = queuecalls.openOf(fact.call().id());
      if (fact instanceof CallFact.Answered && is(QueuecallStatus.INITIATING, open)) {
        return wait(open.get(), context);
      }
      if (fact instanceof CallFact.Parted && is(QueuecallStatus.SERVICE, open)) {
        line.served(open.get());
        return Step.NEXT;
      }
      return Step.WAIT;
    }

    private static boolean is(QueuecallStatus status, Optional<Queuecall> queuecall) {
      return queuecall.filter(found -> found.status() == status).isPresent();
    }

    private Step wait(Queuecall queuecall, FlowContext context) {
      line.waits(queuecall);
      return listen(queuecall, context);
    }

    /** Hears the wait flow, or music. */
    private Step listen(Queuecall queuecall, FlowContext context) {
      Optional<Flow> flow =
          queues
              .find(queuecall.customerId(), queueId)
              .map(Queue::profile)
              .map(QueueProfile::waitFlowId)
              .flatMap(id -> flows.find(queuecall.customerId(), id));
      boolean isTooShort =
          queuecall
              .waitFlowBegan()
              .filter(began -> began.plus(SHORTEST_FLOW).isAfter(clock.instant()))
              .isPresent();
      if (flow.isEmpty() || isTooShort) {
        context.send(new StartMusic(context.call(), ""));
        return Step.WAIT;
      }
      queuecall.waitFlowBegins(clock.instant());
      return new Step.Enter(FlowFrame.of(flow.get().uuid(), flow.get().actions()));
    }

    /** The wait flow is at its end, or the timeout flow. */
    @Override
    public Step resumed(FlowContext context) {
      return queuecalls
          .openOf(context.call().id())
          .filter(queuecall -> queuecall.status().isWaiting())
          .map(queuecall -> listen(queuecall, context))
          .orElse(Step.FINISH);
    }

    @Override
    public Step on(FlowFact fact, FlowContext context) {
      return fact instanceof FlowFact.Interrupted interrupted
          ? JsonFields.uuidOf(interrupted.token())
              .flatMap(queuecalls::lock)
              .map(queuecall -> decided(queuecall, context))
              .orElse(Step.WAIT)
          : Step.WAIT;
    }

    private Step decided(Queuecall queuecall, FlowContext context) {
      if (queuecall.status() == QueuecallStatus.SERVICE) {
        queuecall.serviceCall().flatMap(calls::lock).ifPresent(context::join);
        return Step.WAIT;
      }
      context.send(new StopMusic(context.call()));
      boolean isTimeout = queuecall.endReason().filter(EndReason.TIMEOUT::equals).isPresent();
      return isTimeout ? timedOut(queuecall) : Step.NEXT;
    }

    private Step timedOut(Queuecall queuecall) {
      Optional<QueueProfile> profile =
          queues.find(queuecall.customerId(), queueId).map(Queue::profile);
      Optional<Flow> flow =
          profile
              .map(QueueProfile::timeoutFlowId)
              .flatMap(id -> flows.find(queuecall.customerId(), id));
      if (flow.isPresent()) {
        return new Step.Enter(FlowFrame.of(flow.get().uuid(), flow.get().actions()));
      }
      boolean goesOn =
          profile.filter(known -> known.timeoutAction() == TimeoutAction.CONTINUE).isPresent();
      return goesOn ? Step.NEXT : new Step.Finish(ReleaseCause.NORMAL);
    }
  }
}
