package org.tandemvoice.idempotency.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A request that was begun under a key of its customer, and its answer once there is one. It is
 * written before the request is carried out.
 */
@Entity
@Table(name = "idempotency_keys")
public class IdempotencyRecord {

  @Id private UUID id;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "idempotency_key", nullable = false)
  private String key;

  @Column(name = "request_hash", nullable = false)
  private String requestHash;

  @Column(name = "status", nullable = false)
  private int status;

  @Column(name = "content_type", nullable = false)
  private String contentType;

  @Lob
  @Column(name = "sealed_body", nullable = false)
  private String sealedBody;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected IdempotencyRecord() {}

  /** A request that begins now. */
  public IdempotencyRecord(
      UUID id, CustomerId customer, String key, String requestHash, Instant now) {
    this.id = id;
    this.customerId = customer.value();
    this.key = key;
    this.requestHash = requestHash;
    this.contentType = "";
    this.sealedBody = "";
    this.tmCreate = now;
  }

  /** The request is over, with this answer. */
  public void answer(int httpStatus, String type, String sealed) {
    status = httpStatus;
    contentType = type;
    sealedBody = sealed;
  }

  public UUID id() {
    return id;
  }

  public boolean isFor(String hash) {
    return requestHash.equals(hash);
  }

  public boolean isAnswered() {
    return status != 0;
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public String sealedBody() {
    return sealedBody;
  }

  public Instant createdAt() {
    return tmCreate;
  }
}
