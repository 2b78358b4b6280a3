package org.tandemvoice.groupcall.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.GroupcallDraft;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.node.control.Node;

/**
 * Rings the destinations of groupcalls, at every level, until one of them answers. It hears of
 * calls before anybody else does, so that what others see of an answer is settled.
 */
@ApplicationScoped
public class Ringing {

  @Inject private Groupcalls groupcalls;
  @Inject private GroupcallStates states;
  @Inject private MemberDialing members;
  @Inject private Agents agents;
  @Inject private Calls calls;
  @Inject private CallStates callStates;
  @Inject private Event<GroupcallFact> facts;
  @Inject private TimeOrderedIds ids;
  @Inject private Node node;
  @Inject private Clock clock;

  private Instant started = Instant.EPOCH;

  /** Before the first groupcall of this process. */
  @PostConstruct
  void begin() {
    started = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Begins a groupcall and dials its first destinations. If none of them can even be dialled it is
   * over when this returns, and no fact tells of it.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code SERVICE_UNAVAILABLE} while the
   *     server is stopping
   */
  public Groupcall ring(GroupOrder order) {
    node.requireOpen();
    UUID id = ids.next();
    Groupcall root =
        new Groupcall(
            new GroupcallDraft(
                id,
                order.customer(),
                node.id(),
                id,
                Optional.empty(),
                order.masterCall(),
                OwnedResource.NIL,
                order.source(),
                order.destinations(),
                order.order(),
                order.answerMethod(),
                order.dialTimeout(),
                order.flowId(),
                order.plan()),
            clock.instant());
    begin(root);
    return root;
  }

  /** Ends the locked groupcall: its calls are given up, answered or not. */
  public void hangUp(Groupcall group) {
    if (states.hangingUp(group)) {
      release(group.calls(), OwnedResource.NIL);
      nestedIn(group).forEach(this::hangUp);
    }
  }

  void happened(@Observes @Priority(Interceptor.Priority.APPLICATION) CallFact fact) {
    if (fact instanceof CallFact.Answered || fact instanceof CallFact.Ended) {
      Call call = fact.call();
      call.membership()
          .groupcall()
          .flatMap(groupcalls::lock)
          .ifPresent(group -> happened(fact, call, group));
    }
  }

  private void happened(CallFact fact, Call call, Groupcall group) {
    if (fact instanceof CallFact.Ended) {
      group.callOver(clock.instant());
      goOn(group);
    } else {
      answered(call, group);
    }
  }

  /** The first answer wins, at every level; whoever is later has been given up by then. */
  private void answered(Call call, Groupcall group) {
    Groupcall root = groupcalls.lock(group.rootId()).orElseThrow();
    if (!root.isRinging() || !group.isRinging()) {
      callStates.release(call, ReleaseCause.NORMAL);
      return;
    }
    Optional<UUID> nested = Optional.empty();
    for (Optional<Groupcall> level = Optional.of(group);
        level.isPresent();
        level = level.get().master().flatMap(groupcalls::lock)) {
      states.answered(level.get(), call.id(), nested);
      nested = Optional.of(level.get().uuid());
    }
    giveUp(root, call.uuid());
    facts.fire(new GroupcallFact.Answered(root, call));
  }

  /** Gives up every call of the groupcall and of those in it, but the winner. */
  private void giveUp(Groupcall group, UUID winner) {
    release(group.calls(), winner);
    nestedIn(group).forEach(nested -> giveUp(nested, winner));
  }

  private void release(List<CallId> members, UUID winner) {
    members.stream()
        .filter(id -> !id.value().equals(winner))
        .flatMap(id -> calls.lock(id).stream())
        .forEach(other -> callStates.release(other, ReleaseCause.NORMAL));
  }

  private List<Groupcall> nestedIn(Groupcall group) {
    return group.groupcalls().stream().flatMap(id -> groupcalls.lock(id).stream()).toList();
  }

  /** Dials all, or the first one that can be dialled. */
  private void begin(Groupcall group) {
    states.begun(group);
    dialNext(group);
    states.created(group);
    if (!group.isOpen()) {
      states.ended(group);
    }
  }

  private void dialNext(Groupcall group) {
    Optional<GroupDestination> next = group.nextDestination();
    while (next.isPresent()) {
      dial(group, next.get());
      boolean isEnough = group.order().isLinear() && group.isOpen();
      next = isEnough ? Optional.empty() : group.nextDestination();
    }
  }

  private void dial(Groupcall group, GroupDestination destination) {
    Duration timeout =
        destination.dialTimeout().isZero() ? group.dialTimeout() : destination.dialTimeout();
    if (destination.isNested()) {
      boolean ownPlan = !destination.plan().isEmpty();
      nest(
          group,
          new Nested(
              OwnedResource.NIL,
              destination.members(),
              destination.order(),
              timeout,
              ownPlan ? destination.flowId() : group.flowId(),
              ownPlan ? destination.plan() : group.plan()));
    } else if (destination.address().type().equals(AgentDestination.TYPE)) {
      JsonFields.uuidOf(destination.address().target())
          .flatMap(id -> agents.find(group.customerId(), id))
          .ifPresent(agent -> nest(group, phones(agent, group, timeout)));
    } else {
      group.dialled(members.dial(group, destination.address(), timeout).id(), clock.instant());
    }
  }

  /** What is nested in a groupcall: a group in it, or the phones of an agent. */
  private record Nested(
      UUID owner,
      List<GroupDestination> members,
      RingOrder order,
      Duration timeout,
      UUID flowId,
      String plan) {}

  private static Nested phones(Agent agent, Groupcall group, Duration timeout) {
    return new Nested(
        agent.uuid(),
        agent.addresses().stream().map(GroupDestination::of).toList(),
        RingOrder.of(agent.ringMethod().text()).orElseThrow(),
        timeout,
        group.flowId(),
        group.plan());
  }

  private void nest(Groupcall group, Nested nested) {
    Groupcall made =
        new Groupcall(
            new GroupcallDraft(
                ids.next(),
                group.customerId(),
                group.nodeId(),
                group.rootId(),
                Optional.of(group.uuid()),
                group.masterCall(),
                nested.owner(),
                group.source(),
                nested.members(),
                nested.order(),
                group.answerMethod(),
                nested.timeout(),
                nested.flowId(),
                nested.plan()),
            clock.instant());
    group.dialled(made, clock.instant());
    begin(made);
    if (!made.isOpen()) {
      group.groupcallOver(clock.instant());
    }
  }

  /** Something of the groupcall is over: dials the next destination, or ends it. */
  private void goOn(Groupcall group) {
    if (!group.isOpen() && isWanted(group)) {
      dialNext(group);
    }
    if (!group.isOpen()) {
      over(group);
    }
  }

  private boolean isWanted(Groupcall group) {
    return group.isRinging()
        && isOurs(group)
        && groupcalls.lock(group.rootId()).filter(Groupcall::isRinging).isPresent()
        && group.masterCall().flatMap(calls::lock).filter(Ringing::isEnding).isEmpty()
        && !node.isDraining();
  }

  /** What an earlier process of this node has left behind ends and dials nobody. */
  private boolean isOurs(Groupcall group) {
    return !group.createdAt().isBefore(started);
  }

  private static boolean isEnding(Call call) {
    return !call.status().isWaiting() && call.status() != CallStatus.PROGRESSING;
  }

  private void over(Groupcall group) {
    states.ended(group);
    Optional<Groupcall> master = group.master().flatMap(groupcalls::lock);
    if (master.isPresent()) {
      master.get().groupcallOver(clock.instant());
      goOn(master.get());
    } else {
      facts.fire(new GroupcallFact.Ended(group));
    }
  }
}
