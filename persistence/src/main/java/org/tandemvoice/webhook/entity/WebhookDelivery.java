package org.tandemvoice.webhook.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.EventNames;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * One event for one webhook under one name: written with the event's place in the order, changed by
 * the attempts to deliver it. One node delivers it.
 */
@Entity
@Table(name = "webhook_deliveries")
public class WebhookDelivery {

  private static final int LONGEST_ERROR = 1_000;

  @Id private UUID id;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "webhook_id", nullable = false)
  private UUID webhookId;

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "event_id", nullable = false)
  private UUID eventId;

  @Column(name = "resource_id", nullable = false)
  private UUID resourceId;

  @Column(name = "recorded_type", nullable = false)
  private String recordedType;

  @Column(name = "event_type", nullable = false)
  private String eventType;

  @Column(name = "batch", nullable = false)
  private long batch;

  @Column(name = "position", nullable = false)
  private long position;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private DeliveryStatus status;

  @Column(name = "handed", nullable = false)
  private boolean handed;

  @Column(name = "http_code", nullable = false)
  private int httpCode;

  @Column(name = "attempts", nullable = false)
  private int attempts;

  @Column(name = "error", nullable = false)
  private String error;

  @Column(name = "tm_event", nullable = false)
  private Instant tmEvent;

  @Column(name = "tm_last_attempt")
  private Instant tmLastAttempt;

  @Column(name = "tm_next", nullable = false)
  private Instant tmNext;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected WebhookDelivery() {}

  /**
   * @param batch the batch the event is put into
   * @param eventType the name it is sent under
   */
  public WebhookDelivery(
      UUID id, UUID webhookId, OutboxEvent event, long batch, String eventType, Instant now) {
    this.id = id;
    this.customerId = event.customerId().value();
    this.webhookId = webhookId;
    this.nodeId = "";
    this.eventId = event.id();
    this.resourceId = event.resourceId();
    this.recordedType = event.eventType();
    this.eventType = eventType;
    this.batch = batch;
    this.position = event.position();
    this.status = DeliveryStatus.PENDING;
    this.error = "";
    this.tmEvent = event.createdAt();
    this.tmNext = now;
    this.tmCreate = now;
  }

  /** This node delivers it, from memory. */
  public void take(String node) {
    nodeId = node;
    handed = false;
  }

  /** This node shall find it in the database, when it comes to it. */
  public void hand(String node) {
    nodeId = node;
    handed = true;
  }

  /** What came of an attempt. What is over already, or known better, stays as it is. */
  public void attempted(Attempt attempt) {
    boolean isOld = attempt.attempts() > 0 && attempt.attempts() < attempts;
    if (status != DeliveryStatus.PENDING || isOld) {
      return;
    }
    httpCode = attempt.httpCode();
    error = attempt.error().substring(0, Math.min(LONGEST_ERROR, attempt.error().length()));
    if (attempt.attempts() > 0) {
      attempts = attempt.attempts();
      tmLastAttempt = attempt.at();
    }
    tmNext = attempt.next().orElse(tmNext);
    if (attempt.next().isEmpty()) {
      transitionTo(attempt.isSuccess() ? DeliveryStatus.DELIVERED : DeliveryStatus.FAILED);
    }
  }

  /** To be sent once more, as if it were new. */
  public void again(Instant now) {
    attempts = 0;
    tmNext = now;
    transitionTo(DeliveryStatus.PENDING);
  }

  private void transitionTo(DeliveryStatus next) {
    status = next;
  }

  public UUID id() {
    return id;
  }

  public CustomerId customerId() {
    return new CustomerId(customerId);
  }

  public UUID webhookId() {
    return webhookId;
  }

  public String nodeId() {
    return nodeId;
  }

  /** The row of the event. */
  public UUID eventId() {
    return eventId;
  }

  /** The id of the event under the name it is sent by. */
  public UUID sentId() {
    return EventNames.id(eventId, recordedType, eventType);
  }

  public UUID resourceId() {
    return resourceId;
  }

  public String eventType() {
    return eventType;
  }

  public EventMark mark() {
    return new EventMark(batch, position);
  }

  public DeliveryStatus status() {
    return status;
  }

  public boolean isHanded() {
    return handed;
  }

  public int httpCode() {
    return httpCode;
  }

  public int attempts() {
    return attempts;
  }

  public String error() {
    return error;
  }

  /** When the event happened. */
  public Instant eventAt() {
    return tmEvent;
  }

  public Optional<Instant> lastAttemptAt() {
    return Optional.ofNullable(tmLastAttempt);
  }

  public Instant nextAt() {
    return tmNext;
  }

  public Instant createdAt() {
    return tmCreate;
  }
}
