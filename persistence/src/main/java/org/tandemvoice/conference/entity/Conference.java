package org.tandemvoice.conference.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A room in which every party hears all others. It lasts until it is deleted, or its time is over,
 * whether anybody is there or not.
 */
@Entity
@Table(name = "conferences")
public class Conference extends OwnedResource {

  @Enumerated(EnumType.STRING)
  @Column(name = "type", nullable = false)
  private ConferenceType type;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private ConferenceStatus status = ConferenceStatus.STARTING;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Lob
  @Column(name = "data", nullable = false)
  private String data;

  @Column(name = "timeout_seconds", nullable = false)
  private long timeoutSeconds;

  @Column(name = "pre_flow_id", nullable = false)
  private UUID preFlowId;

  @Column(name = "post_flow_id", nullable = false)
  private UUID postFlowId;

  @Column(name = "recording_id", nullable = false)
  private UUID recordingId = NIL;

  @Lob
  @Column(name = "recording_ids", nullable = false)
  private String recordingIds = "[]";

  @Lob
  @Column(name = "recording_order", nullable = false)
  private String recordingOrder = "";

  @Column(name = "direct_hash", nullable = false)
  private String directHash;

  @Column(name = "tm_expire")
  private Instant tmExpire;

  @Column(name = "tm_end")
  private Instant tmEnd;

  protected Conference() {}

  /** A conference that parties may join from now on. */
  public Conference(
      UUID id,
      CustomerId customer,
      ConferenceType type,
      ConferenceProfile profile,
      String directHash,
      Instant now) {
    super(id, customer, now);
    this.type = type;
    this.directHash = directHash;
    describe(profile);
    status = ConferenceStatus.PROGRESSING;
  }

  public void change(ConferenceProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(ConferenceProfile profile) {
    name = profile.name();
    detail = profile.detail();
    data = profile.data();
    timeoutSeconds = profile.timeout().toSeconds();
    preFlowId = profile.preFlowId();
    postFlowId = profile.postFlowId();
    tmExpire = timeoutSeconds == 0 ? null : createdAt().plusSeconds(timeoutSeconds);
  }

  private void transitionTo(ConferenceStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "conference " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** Nobody may join any more; false if that is so already. */
  public boolean terminate(Instant now) {
    if (!isOpen()) {
      return false;
    }
    transitionTo(ConferenceStatus.TERMINATING, now);
    return true;
  }

  /** The last party has gone; false if that ends nothing. */
  public boolean emptied(Instant now) {
    if (status != ConferenceStatus.TERMINATING) {
      return false;
    }
    transitionTo(ConferenceStatus.TERMINATED, now);
    tmEnd = now;
    return true;
  }

  /**
   * It shall be recorded until {@link #recorded}, as this order says.
   *
   * @param order a JSON object
   */
  public void record(String order, Instant now) {
    recordingOrder = order;
    touch(now);
  }

  /** How it is being recorded, a JSON object; empty if it is not. */
  public String recordingOrder() {
    return recordingOrder;
  }

  /** The recording that runs from now on; the nil UUID while nobody is recorded. */
  public void recording(UUID id, Instant now) {
    recordingId = id;
    touch(now);
    if (id.equals(NIL)) {
      return;
    }
    List<UUID> ids = new ArrayList<>(JsonText.uuids(recordingIds));
    ids.add(id);
    recordingIds = JsonText.ofUuids(ids);
  }

  /** It shall be recorded no longer. */
  public void recorded(Instant now) {
    recordingId = NIL;
    recordingOrder = "";
    touch(now);
  }

  /** From now on the old hash reaches nobody. */
  public void replaceDirectHash(String hash, Instant now) {
    directHash = hash;
    touch(now);
  }

  /** Whether parties may join. */
  public boolean isOpen() {
    return status == ConferenceStatus.STARTING || status == ConferenceStatus.PROGRESSING;
  }

  public ConferenceType type() {
    return type;
  }

  public ConferenceStatus status() {
    return status;
  }

  public ConferenceProfile profile() {
    return new ConferenceProfile(
        name, detail, data, Duration.ofSeconds(timeoutSeconds), preFlowId, postFlowId);
  }

  /** The running recording, or the nil UUID. */
  public UUID recordingId() {
    return recordingId;
  }

  public List<UUID> recordingIds() {
    return JsonText.uuids(recordingIds);
  }

  public String directHash() {
    return directHash;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(tmEnd);
  }
}
