package org.tandemvoice.trunk.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A call that came by a trunk and is not over. */
@Entity
@Table(name = "trunk_calls")
public class TrunkCall {

  @Id
  @Column(name = "call_id")
  private UUID callId;

  @Column(name = "trunk_id", nullable = false)
  private UUID trunkId;

  protected TrunkCall() {}

  public TrunkCall(UUID callId, UUID trunkId) {
    this.callId = callId;
    this.trunkId = trunkId;
  }

  public UUID trunkId() {
    return trunkId;
  }
}
