package org.tandemvoice.conference.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;

/** The stay of one call in a conference. A call that comes back has another one. */
@Entity
@Table(name = "conferencecalls")
public class Conferencecall extends OwnedResource {

  @Column(name = "conference_id", nullable = false)
  private UUID conferenceId;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Column(name = "activeflow_id", nullable = false)
  private UUID activeflowId;

  @Enumerated(EnumType.STRING)
  @Column(name = "role", nullable = false)
  private ConferenceRole role;

  @Column(name = "muted", nullable = false)
  private boolean muted;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private ConferencecallStatus status = ConferencecallStatus.JOINING;

  protected Conferencecall() {}

  /** A call on its way into the conference. */
  public Conferencecall(
      UUID id, Conference conference, Call call, ConferenceRole role, boolean muted, Instant now) {
    super(id, call.customerId(), now);
    this.conferenceId = conference.uuid();
    this.callId = call.uuid();
    this.activeflowId = call.activeflowId();
    this.role = role;
    this.muted = muted;
  }

  /**
   * The only way its state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  public void transitionTo(ConferencecallStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "conferencecall "
              + uuid()
              + " is "
              + status.text()
              + " and cannot become "
              + next.text());
    }
    status = next;
    touch(now);
  }

  /** Holds back what the party says in the conference, or no longer; false if it is so already. */
  public boolean mute(boolean on, Instant now) {
    if (muted == on) {
      return false;
    }
    muted = on;
    touch(now);
    return true;
  }

  /** Whether it is in the conference now. */
  public boolean isThere() {
    return status == ConferencecallStatus.JOINING || status == ConferencecallStatus.JOINED;
  }

  public UUID conferenceId() {
    return conferenceId;
  }

  public CallId callId() {
    return new CallId(callId);
  }

  public UUID activeflowId() {
    return activeflowId;
  }

  public ConferenceRole role() {
    return role;
  }

  public boolean isMuted() {
    return muted;
  }

  public ConferencecallStatus status() {
    return status;
  }
}
