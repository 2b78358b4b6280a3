package org.tandemvoice.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * One public event: its stable id, its place in the order, and the resource as it was. The row is
 * written in the transaction that changed the resource; once that is committed only the relay
 * changes it, which sets its batch.
 */
@Entity
@Table(name = "outbox_events")
public class OutboxEvent {

  @Id private UUID id;

  @Column(name = "position", nullable = false)
  private long position;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "resource_type", nullable = false)
  private String resourceType;

  @Column(name = "resource_id", nullable = false)
  private UUID resourceId;

  @Column(name = "event_type", nullable = false)
  private String eventType;

  @Lob
  @Column(name = "data", nullable = false)
  private String data;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  /** 0 until the relay has put it into the order of all events. */
  @Column(name = "batch", nullable = false)
  private long batch;

  protected OutboxEvent() {}

  /**
   * @param position grows with every event of this node; events of one resource are sorted by it
   * @param subject the resource the event is about
   * @param eventType for instance {@code call_created} (C-13)
   * @param data the resource as JSON, as the API shows it
   */
  public OutboxEvent(
      UUID id, long position, EventSubject subject, String eventType, String data, Instant now) {
    this.id = id;
    this.position = position;
    this.customerId = subject.customerId().value();
    this.resourceType = subject.resourceType();
    this.resourceId = subject.resourceId();
    this.eventType = eventType;
    this.data = data;
    this.tmCreate = now;
  }

  /**
   * Tells of the resource as it has become since, in the same transaction: nobody has seen the
   * event yet.
   */
  public void amend(String dataNow) {
    data = dataNow;
  }

  public UUID id() {
    return id;
  }

  public long position() {
    return position;
  }

  public CustomerId customerId() {
    return new CustomerId(customerId);
  }

  public String resourceType() {
    return resourceType;
  }

  public UUID resourceId() {
    return resourceId;
  }

  public String eventType() {
    return eventType;
  }

  public String data() {
    return data;
  }

  public Instant createdAt() {
    return tmCreate;
  }

  /** Its place in the order of all events of all nodes; before the beginning if not relayed yet. */
  public EventMark mark() {
    return new EventMark(batch, position);
  }
}
