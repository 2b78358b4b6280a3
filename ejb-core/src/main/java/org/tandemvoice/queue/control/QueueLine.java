package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.groupcall.control.GroupcallFact;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.queue.entity.EndReason;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.Queuecall;
import org.tandemvoice.queue.entity.QueuecallStatus;

/**
 * What happens to callers in queues: each change of state with its event, under the lock of the
 * call. Which agent rings is decided elsewhere.
 */
@ApplicationScoped
public class QueueLine {

  private static final String WAIT = "queue-wait:";
  private static final String SERVICE = "queue-service:";

  @Inject private Queues queues;
  @Inject private Queuecalls queuecalls;
  @Inject private QueuecallDocument document;
  @Inject private QueueDispatch dispatch;
  @Inject private AgentRests rests;
  @Inject private Calls calls;
  @Inject private CallStates callStates;
  @Inject private Groupcalls groupcalls;
  @Inject private Ringing ringing;
  @Inject private FlowRunner runner;
  @Inject private Outbox outbox;
  @Inject private AfterCommit afterCommit;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * The locked call takes its place at the end of the line.
   *
   * @param flowDepth how deep its flow is nested at queue_join
   */
  Queuecall join(Call call, Queue queue, int flowDepth) {
    Queuecall queuecall = new Queuecall(ids.next(), queue, call, flowDepth, clock.instant());
    queuecalls.add(queuecall);
    call.ties().stay();
    record(queuecall, "queuecall_created");
    startTimer(call, WAIT + queuecall.uuid(), queue.profile().waitTimeout());
    return queuecall;
  }

  private void startTimer(Call call, String token, Duration delay) {
    if (!delay.isZero()) {
      afterCommit.send(new StartTimer(call, token, delay));
    }
  }

  /** The caller can hear us: agents may ring for it. */
  void waits(Queuecall queuecall) {
    queuecall.await(clock.instant());
    record(queuecall, "queuecall_waiting");
    dispatch.soon(queuecall.queueId());
  }

  /** An agent rings for it by this groupcall. */
  void connects(Queuecall queuecall, UUID agent, UUID groupcall) {
    queuecall.connect(agent, groupcall, clock.instant());
    record(queuecall, "queuecall_connecting");
  }

  /** The conversation with the agent is over. */
  void served(Queuecall queuecall) {
    end(queuecall, EndReason.SERVED);
  }

  /** Takes it out of the line, or away from the agent it talks to. */
  void kick(Queuecall queuecall) {
    if (queuecall.status() == QueuecallStatus.SERVICE) {
      releaseParty(queuecall);
    } else {
      stopRinging(queuecall);
      queuecall.kick(clock.instant());
      record(queuecall, "queuecall_kicking");
      leave(queuecall, EndReason.KICKED);
    }
  }

  /** Takes everybody who waits out of the locked queue. */
  void kickAll(Queue queue) {
    var waiting =
        EnumSet.of(QueuecallStatus.INITIATING, QueuecallStatus.WAITING, QueuecallStatus.CONNECTING);
    queuecalls.of(queue.uuid(), waiting).stream()
        .flatMap(id -> queuecalls.lock(id).stream())
        .filter(queuecall -> queuecall.status().isWaiting())
        .forEach(this::kick);
  }

  void deleted(Queuecall queuecall) {
    queuecall.delete(clock.instant());
    record(queuecall, "queuecall_deleted");
  }

  void happened(@Observes GroupcallFact fact) {
    if (fact.group().masterCall().isPresent()) {
      queuecalls.ofGroupcall(fact.group().uuid()).ifPresent(queuecall -> happened(fact, queuecall));
    }
  }

  private void happened(GroupcallFact fact, Queuecall queuecall) {
    boolean isRinging = queuecall.status() == QueuecallStatus.CONNECTING;
    if (fact instanceof GroupcallFact.Answered answered) {
      if (isRinging) {
        serve(queuecall, answered.call());
      } else {
        callStates.release(answered.call(), ReleaseCause.NORMAL);
      }
    } else if (isRinging) {
      // nobody loses its place because an agent does not answer
      rests.rest(queuecall.agentId());
      waits(queuecall);
    }
  }

  private void serve(Queuecall queuecall, Call party) {
    queuecall.serve(party.id(), clock.instant());
    record(queuecall, "queuecall_serviced");
    Call caller = calls.lock(queuecall.call()).orElseThrow();
    queues
        .find(queuecall.customerId(), queuecall.queueId())
        .ifPresent(
            queue ->
                startTimer(caller, SERVICE + queuecall.uuid(), queue.profile().serviceTimeout()));
    interrupt(queuecall, caller);
  }

  void happened(@Observes CallFact fact) {
    if (fact instanceof CallFact.Ended && fact.call().ties().hasStayed()) {
      queuecalls.endingWith(fact.call().id()).ifPresent(this::callEnded);
    } else if (fact instanceof CallFact.TimePassed passed) {
      timed(passed.token(), WAIT).ifPresent(this::waitedTooLong);
      timed(passed.token(), SERVICE).ifPresent(this::talkedTooLong);
    }
  }

  private Optional<Queuecall> timed(String token, String kind) {
    return token.startsWith(kind)
        ? JsonFields.uuidOf(token.substring(kind.length())).flatMap(queuecalls::lock)
        : Optional.empty();
  }

  /** Who was served is done; who was not has abandoned the queue. */
  private void callEnded(Queuecall queuecall) {
    boolean served = queuecall.status() == QueuecallStatus.SERVICE;
    end(queuecall, served ? EndReason.SERVED : EndReason.HANGUP);
  }

  private void waitedTooLong(Queuecall queuecall) {
    if (queuecall.status().isWaiting()) {
      stopRinging(queuecall);
      leave(queuecall, EndReason.TIMEOUT);
    }
  }

  private void talkedTooLong(Queuecall queuecall) {
    if (queuecall.status() == QueuecallStatus.SERVICE) {
      releaseParty(queuecall);
    }
  }

  private void releaseParty(Queuecall queuecall) {
    queuecall
        .serviceCall()
        .flatMap(calls::lock)
        .ifPresent(party -> callStates.release(party, ReleaseCause.NORMAL));
  }

  private void stopRinging(Queuecall queuecall) {
    if (queuecall.status() == QueuecallStatus.CONNECTING) {
      groupcalls.lock(queuecall.groupcallId()).ifPresent(ringing::hangUp);
    }
  }

  private void leave(Queuecall queuecall, EndReason reason) {
    end(queuecall, reason);
    calls.lock(queuecall.call()).ifPresent(caller -> interrupt(queuecall, caller));
  }

  private void interrupt(Queuecall queuecall, Call caller) {
    runner.interrupt(
        caller, queuecall.flowDepth(), new FlowFact.Interrupted(queuecall.uuid().toString()));
  }

  private void end(Queuecall queuecall, EndReason reason) {
    queuecall.end(reason, clock.instant());
    boolean isDone = queuecall.status() == QueuecallStatus.DONE;
    record(queuecall, isDone ? "queuecall_done" : "queuecall_abandoned");
  }

  private void record(Queuecall queuecall, String eventType) {
    outbox.record(
        new EventSubject(queuecall.customerId(), "queuecall", queuecall.uuid()),
        eventType,
        document.of(queuecall));
  }
}
