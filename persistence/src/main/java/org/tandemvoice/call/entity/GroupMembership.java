package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/** That a call rings together with others, or one after them, until one is answered. */
@Embeddable
public class GroupMembership implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "groupcall_id", nullable = false)
  private UUID groupcallId = OwnedResource.NIL;

  @Column(name = "owner_id", nullable = false)
  private UUID ownerId = OwnedResource.NIL;

  /** In no group. */
  public GroupMembership() {}

  /**
   * @param ownerId the agent whose phone rings, or the nil UUID
   */
  public GroupMembership(UUID groupcallId, UUID ownerId) {
    this.groupcallId = groupcallId;
    this.ownerId = ownerId;
  }

  /** The group the call rings in. */
  public Optional<UUID> groupcall() {
    return Optional.of(groupcallId).filter(id -> !id.equals(OwnedResource.NIL));
  }

  /** The agent whose phone it rings. */
  public Optional<UUID> owner() {
    return Optional.of(ownerId).filter(id -> !id.equals(OwnedResource.NIL));
  }
}
