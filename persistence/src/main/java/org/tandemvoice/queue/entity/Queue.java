package org.tandemvoice.queue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.direct.entity.DirectHash;

/** A line of callers and which agents serve it. Who waits is not kept here but counted. */
@Entity
@Table(name = "queues")
public class Queue extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Enumerated(EnumType.STRING)
  @Column(name = "routing_method", nullable = false)
  private RoutingMethod routingMethod;

  @Lob
  @Column(name = "tag_ids", nullable = false)
  private String tagIds;

  @Column(name = "direct_hash", nullable = false)
  private String directHash;

  @Column(name = "wait_flow_id", nullable = false)
  private UUID waitFlowId;

  @Column(name = "wait_timeout_ms", nullable = false)
  private long waitTimeoutMs;

  @Column(name = "service_timeout_ms", nullable = false)
  private long serviceTimeoutMs;

  @Column(name = "ring_timeout_ms", nullable = false)
  private long ringTimeoutMs;

  @Enumerated(EnumType.STRING)
  @Column(name = "timeout_action", nullable = false)
  private TimeoutAction timeoutAction;

  @Column(name = "timeout_flow_id", nullable = false)
  private UUID timeoutFlowId;

  protected Queue() {}

  public Queue(
      UUID id, CustomerId customerId, QueueProfile profile, DirectHash directHash, Instant now) {
    super(id, customerId, now);
    this.directHash = directHash.text();
    describe(profile);
  }

  /** Callers who wait already wait by the new rules, but for the timeout that runs. */
  public void change(QueueProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(QueueProfile profile) {
    name = profile.name();
    detail = profile.detail();
    routingMethod = profile.routingMethod();
    tagIds = JsonText.ofUuids(profile.tagIds());
    waitFlowId = profile.waitFlowId();
    waitTimeoutMs = profile.waitTimeout().toMillis();
    serviceTimeoutMs = profile.serviceTimeout().toMillis();
    ringTimeoutMs = profile.ringTimeout().toMillis();
    timeoutAction = profile.timeoutAction();
    timeoutFlowId = profile.timeoutFlowId();
  }

  /** From now on the old hash reaches nobody. */
  public void replaceDirectHash(DirectHash hash, Instant now) {
    directHash = hash.text();
    touch(now);
  }

  public QueueProfile profile() {
    return new QueueProfile(
        name,
        detail,
        routingMethod,
        tagIds(),
        waitFlowId,
        Duration.ofMillis(waitTimeoutMs),
        Duration.ofMillis(serviceTimeoutMs),
        Duration.ofMillis(ringTimeoutMs),
        timeoutAction,
        timeoutFlowId);
  }

  public List<UUID> tagIds() {
    return JsonText.uuids(tagIds);
  }

  public String directHash() {
    return directHash;
  }
}
