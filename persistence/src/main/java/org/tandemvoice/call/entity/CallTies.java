package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/** What ties a call to others for a while: whom it talks to, and a transfer it takes part in. */
@Embeddable
public class CallTies {

  @Column(name = "joined_call_id", nullable = false)
  private UUID joinedCallId = OwnedResource.NIL;

  @Column(name = "transfer_id", nullable = false)
  private UUID transferId = OwnedResource.NIL;

  protected CallTies() {}

  /** Talks to the party of that call from now on. */
  public void joinWith(CallId other) {
    joinedCallId = other.value();
  }

  /** Talks to no other party. */
  public void part() {
    joinedCallId = OwnedResource.NIL;
  }

  /** The call whose party it talks to. */
  public Optional<CallId> joined() {
    return joinedCallId.equals(OwnedResource.NIL)
        ? Optional.empty()
        : Optional.of(new CallId(joinedCallId));
  }

  /** Takes part in that transfer until further notice; the nil UUID for in none. */
  public void takePartIn(UUID transfer) {
    transferId = transfer;
  }

  /** The transfer it takes part in, or the nil UUID. */
  public UUID transferId() {
    return transferId;
  }
}
