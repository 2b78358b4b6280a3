package org.tandemvoice.queue.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.groupcall.control.GroupOrder;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.Queuecall;
import org.tandemvoice.queue.entity.QueuecallStatus;
import org.tandemvoice.queue.entity.RoutingMethod;

/**
 * Brings the first caller of a queue and an agent together: who came first is rung for first, by
 * whichever agent the routing method names. It takes the locks of queue, call and agent, in that
 * order.
 */
@Stateless
public class QueueAssignment {

  private final SecureRandom random = new SecureRandom();

  @Inject private Queues queues;
  @Inject private Queuecalls queuecalls;
  @Inject private QueueLine line;
  @Inject private AgentRests rests;
  @Inject private Agents agents;
  @Inject private Calls calls;
  @Inject private Ringing ringing;
  @Inject private Node node;

  /** False if there is no caller or no agent for one. */
  public boolean assignNext(UUID queueId) {
    return !node.isDraining() && queues.lock(queueId).map(queue -> assignNext(queue)).orElse(false);
  }

  private boolean assignNext(Queue queue) {
    for (UUID id : queuecalls.of(queue.uuid(), EnumSet.of(QueuecallStatus.WAITING))) {
      Optional<Queuecall> first = queuecalls.lock(id).filter(this::isHere);
      if (first.isPresent()) {
        return ring(queue, first.get());
      }
    }
    return false;
  }

  private boolean isHere(Queuecall queuecall) {
    return queuecall.status() == QueuecallStatus.WAITING
        && calls
            .lock(queuecall.call())
            .filter(call -> call.nodeId().equals(node.id()))
            .filter(call -> call.status() == CallStatus.PROGRESSING)
            .isPresent();
  }

  private boolean ring(Queue queue, Queuecall queuecall) {
    Call caller = calls.lock(queuecall.call()).orElseThrow();
    for (Agent candidate : candidates(queue, queuecall)) {
      boolean isFree =
          agents
              .lock(queue.customerId(), candidate.uuid())
              .filter(agent -> agent.status() == AgentStatus.AVAILABLE)
              .isPresent();
      if (isFree) {
        Groupcall group = ringing.ring(order(queue, caller, candidate));
        if (group.isOpen()) {
          line.connects(queuecall, candidate.uuid(), group.uuid());
          return true;
        }
        rests.rest(candidate.uuid());
      }
    }
    return false;
  }

  private static GroupOrder order(Queue queue, Call caller, Agent agent) {
    return GroupOrder.forCall(
        queue.customerId(),
        caller.id(),
        caller.source(),
        List.of(GroupDestination.of(Address.of("agent", agent.uuid().toString()))),
        RingOrder.UNSET,
        queue.profile().ringTimeout());
  }

  /** Those that have not rung for this caller before come first. */
  private List<Agent> candidates(Queue queue, Queuecall queuecall) {
    List<Agent> found = new ArrayList<>();
    for (Agent agent : agents.of(queue.customerId())) {
      if (agent.status() == AgentStatus.AVAILABLE
          && agent.matches(queue.tagIds())
          && !agent.addresses().isEmpty()
          && !rests.isResting(agent.uuid())) {
        found.add(agent);
      }
    }
    sort(found, queue.profile().routingMethod());
    found.sort(Comparator.comparing(agent -> queuecall.tried().contains(agent.uuid())));
    return found;
  }

  private void sort(List<Agent> found, RoutingMethod method) {
    switch (method) {
      case RANDOM -> Collections.shuffle(found, random);
      case LINEAR -> found.sort(Comparator.comparing(Agent::createdAt).thenComparing(Agent::uuid));
      case UNSET, LONGEST_IDLE ->
          found.sort(
              Comparator.comparing((Agent agent) -> agent.idleSince().orElse(Instant.EPOCH))
                  .thenComparing(Agent::createdAt));
    }
  }
}
