package org.tandemvoice.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What every resource of a customer has: an id, its owner, its times, and a version that guards
 * against lost updates. Deleting is soft (contract section 3): the row stays, lists leave it out.
 */
@MappedSuperclass
public abstract class OwnedResource {

  /** The reference that stands for "none" (contract section 1, point 9). */
  public static final UUID NIL = new UUID(0, 0);

  @Id private UUID id;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  @Column(name = "tm_update")
  private Instant tmUpdate;

  @Column(name = "tm_delete")
  private Instant tmDelete;

  @Version private long version;

  protected OwnedResource() {}

  protected OwnedResource(UUID id, CustomerId customerId, Instant now) {
    this.id = id;
    this.customerId = customerId.value();
    this.tmCreate = now;
  }

  public UUID uuid() {
    return id;
  }

  public CustomerId customerId() {
    return new CustomerId(customerId);
  }

  public Instant createdAt() {
    return tmCreate;
  }

  public Optional<Instant> updatedAt() {
    return Optional.ofNullable(tmUpdate);
  }

  public Optional<Instant> deletedAt() {
    return Optional.ofNullable(tmDelete);
  }

  public boolean isDeleted() {
    return tmDelete != null;
  }

  /** Marks the resource as deleted; a second time changes nothing. */
  public void delete(Instant now) {
    if (tmDelete == null) {
      tmDelete = now;
      tmUpdate = now;
    }
  }

  /** To be called by every method that changes a property. */
  protected void touch(Instant now) {
    tmUpdate = now;
  }
}
