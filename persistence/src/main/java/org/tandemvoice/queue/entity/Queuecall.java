package org.tandemvoice.queue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A caller in a queue. Its place is given by when it came and never changes, however many agents
 * ring for it in vain.
 */
@Entity
@Table(name = "queuecalls")
public class Queuecall extends OwnedResource {

  @Column(name = "queue_id", nullable = false)
  private UUID queueId;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Column(name = "flow_depth", nullable = false)
  private int flowDepth;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private QueuecallStatus status = QueuecallStatus.INITIATING;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_reason")
  private EndReason endReason;

  @Column(name = "groupcall_id", nullable = false)
  private UUID groupcallId = NIL;

  @Column(name = "agent_id", nullable = false)
  private UUID agentId = NIL;

  @Column(name = "service_call_id", nullable = false)
  private UUID serviceCallId = NIL;

  @Lob
  @Column(name = "tried_agent_ids", nullable = false)
  private String triedAgentIds = "[]";

  @Column(name = "tm_wait_flow")
  private Instant tmWaitFlow;

  @Column(name = "tm_service")
  private Instant tmService;

  @Column(name = "tm_end")
  private Instant tmEnd;

  protected Queuecall() {}

  /**
   * @param flowDepth how deep the call's flow is nested where it joined
   */
  public Queuecall(UUID id, Queue queue, Call call, int flowDepth, Instant now) {
    super(id, call.customerId(), now);
    this.queueId = queue.uuid();
    this.callId = call.uuid();
    this.flowDepth = flowDepth;
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(QueuecallStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "queuecall " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** Waits for an agent, at first or again. */
  public void await(Instant now) {
    transitionTo(QueuecallStatus.WAITING, now);
    groupcallId = NIL;
    agentId = NIL;
  }

  /** This agent rings for it. */
  public void connect(UUID agent, UUID groupcall, Instant now) {
    transitionTo(QueuecallStatus.CONNECTING, now);
    agentId = agent;
    groupcallId = groupcall;
    triedAgentIds = JsonText.with(JsonText.without(triedAgentIds, agent), agent);
  }

  /** The agent has answered by this call. */
  public void serve(CallId party, Instant now) {
    transitionTo(QueuecallStatus.SERVICE, now);
    serviceCallId = party.value();
    tmService = now;
  }

  /** Is being taken out. */
  public void kick(Instant now) {
    transitionTo(QueuecallStatus.KICKING, now);
  }

  /** Is no longer in the queue, served or not. */
  public void end(EndReason reason, Instant now) {
    boolean served = status == QueuecallStatus.SERVICE;
    transitionTo(served ? QueuecallStatus.DONE : QueuecallStatus.ABANDONED, now);
    endReason = reason;
    tmEnd = now;
  }

  /** The wait flow begins, for the first time or anew. */
  public void waitFlowBegins(Instant now) {
    tmWaitFlow = now;
  }

  public UUID queueId() {
    return queueId;
  }

  public CallId call() {
    return new CallId(callId);
  }

  public int flowDepth() {
    return flowDepth;
  }

  public QueuecallStatus status() {
    return status;
  }

  public Optional<EndReason> endReason() {
    return Optional.ofNullable(endReason);
  }

  /** The groupcall by which an agent rings, or rang, for it; else the nil UUID. */
  public UUID groupcallId() {
    return groupcallId;
  }

  /** The agent that rings or talks, or the nil UUID. */
  public UUID agentId() {
    return agentId;
  }

  /** The call to the agent it talks to. */
  public Optional<CallId> serviceCall() {
    return serviceCallId.equals(NIL) ? Optional.empty() : Optional.of(new CallId(serviceCallId));
  }

  /** The agents that have rung for it, the last one last. */
  public List<UUID> tried() {
    return JsonText.uuids(triedAgentIds);
  }

  public Optional<Instant> waitFlowBegan() {
    return Optional.ofNullable(tmWaitFlow);
  }

  public Optional<Instant> servedAt() {
    return Optional.ofNullable(tmService);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(tmEnd);
  }
}
