package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * What ties a call to others for a while: whom it talks to, a transfer it takes part in, and
 * whether it was with more of them.
 */
@Embeddable
public class CallTies {

  @Column(name = "joined_call_id", nullable = false)
  private UUID joinedCallId = OwnedResource.NIL;

  @Column(name = "transfer_id", nullable = false)
  private UUID transferId = OwnedResource.NIL;

  @Column(name = "has_stayed", nullable = false)
  private boolean hasStayed;

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

  /** Is in a conference or a queue from now on. */
  public void stay() {
    hasStayed = true;
  }

  /** Whether it is or was in a conference or a queue: then it may have to leave it at its end. */
  public boolean hasStayed() {
    return hasStayed;
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
