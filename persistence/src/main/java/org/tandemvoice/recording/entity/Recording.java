package org.tandemvoice.recording.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A recording of a call. It is over only when its whole file is in the store, or when it is certain
 * that there will be none; the row outlives the file.
 */
@Entity
@Table(name = "recordings")
public class Recording extends OwnedResource {

  private static final int LONGEST_FAILURE = 1_000;
  private static final String ANY_KEY = "any";

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Column(name = "activeflow_id", nullable = false)
  private UUID activeflowId;

  @Column(name = "on_end_flow_id", nullable = false)
  private UUID onEndFlowId;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose", nullable = false)
  private RecordingPurpose purpose;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private RecordingStatus status = RecordingStatus.INITIATING;

  @Enumerated(EnumType.STRING)
  @Column(name = "direction", nullable = false)
  private RecordingDirection direction;

  @Enumerated(EnumType.STRING)
  @Column(name = "format", nullable = false)
  private RecordingFormat format;

  @Enumerated(EnumType.STRING)
  @Column(name = "channels", nullable = false)
  private RecordingChannels channels;

  @Column(name = "sample_rate", nullable = false)
  private int sampleRateHz;

  @Column(name = "end_of_key", nullable = false)
  private String endOfKey;

  @Column(name = "duration_ms", nullable = false)
  private long durationMs;

  @Column(name = "failure", nullable = false)
  private String failure = "";

  @Column(name = "stored", nullable = false)
  private boolean stored;

  @Column(name = "attempts", nullable = false)
  private int attempts;

  @Column(name = "tm_start")
  private Instant tmStart;

  @Column(name = "tm_end")
  private Instant tmEnd;

  @Column(name = "tm_retry")
  private Instant tmRetry;

  protected Recording() {}

  /** A recording of this call that is about to begin. */
  public Recording(
      UUID id, Call call, RecordingPurpose purpose, RecordingOptions options, Instant now) {
    super(id, call.customerId(), now);
    this.nodeId = call.nodeId();
    this.callId = call.uuid();
    this.activeflowId = call.activeflowId();
    this.onEndFlowId = options.onEndFlowId();
    this.purpose = purpose;
    this.direction = options.direction();
    this.format = options.format();
    this.channels = options.channels();
    this.sampleRateHz = options.sampleRateHz();
    this.endOfKey = options.endOfKey();
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(RecordingStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "recording " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** The media has begun to take frames; false if that is not news. */
  public boolean begin(Instant now) {
    if (status != RecordingStatus.INITIATING) {
      return false;
    }
    transitionTo(RecordingStatus.RECORDING, now);
    tmStart = now;
    return true;
  }

  /** It shall take no more frames; false if it takes none already. */
  public boolean stop(Instant now) {
    if (!status.isRunning()) {
      return false;
    }
    transitionTo(RecordingStatus.STOPPING, now);
    return true;
  }

  /** The file is whole and this long; false if that was known. */
  public boolean complete(Duration duration, Instant now) {
    if (status.isFinal() || tmEnd != null) {
      return false;
    }
    stop(now);
    durationMs = duration.toMillis();
    tmEnd = now;
    tmStart = tmStart == null ? now.minus(duration) : tmStart;
    return true;
  }

  /** The file is in the store; false if it was over already. */
  public boolean end(Instant now) {
    if (status != RecordingStatus.STOPPING) {
      return false;
    }
    transitionTo(RecordingStatus.ENDED, now);
    stored = true;
    tmRetry = null;
    return true;
  }

  /** There is no file, for a reason in a sentence; false if it was over already. */
  public boolean fail(String reason, Instant now) {
    if (status.isFinal()) {
      return false;
    }
    transitionTo(RecordingStatus.FAILED, now);
    failure = reason.substring(0, Math.min(LONGEST_FAILURE, reason.length()));
    tmEnd = tmEnd == null ? now : tmEnd;
    return true;
  }

  /** The store was asked in vain; each time it is asked again later than the time before. */
  public void retryLater(Instant now) {
    long seconds = Math.min(300, 1L << Math.min(10, attempts));
    attempts++;
    tmRetry = now.plusSeconds(seconds);
  }

  /** Its file is not in the store any more. */
  public void discarded() {
    stored = false;
    tmRetry = null;
  }

  /** Whether this key ends it. */
  public boolean endsAt(char key) {
    return status.isRunning() && (endOfKey.equals(ANY_KEY) || endOfKey.equals(String.valueOf(key)));
  }

  /** Where its file is kept once it is stored. */
  public StorageKey key() {
    return new StorageKey(
        "recordings-" + customerId(),
        createdAt().atOffset(ZoneOffset.UTC).toLocalDate() + "/" + fileName());
  }

  public String fileName() {
    return uuid() + "." + format.text();
  }

  public String nodeId() {
    return nodeId;
  }

  public CallId callId() {
    return new CallId(callId);
  }

  public UUID activeflowId() {
    return activeflowId;
  }

  public UUID onEndFlowId() {
    return onEndFlowId;
  }

  public RecordingPurpose purpose() {
    return purpose;
  }

  public RecordingStatus status() {
    return status;
  }

  public RecordingDirection direction() {
    return direction;
  }

  public RecordingFormat format() {
    return format;
  }

  public RecordingChannels channels() {
    return channels;
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Zero until the file is whole. */
  public Duration duration() {
    return Duration.ofMillis(durationMs);
  }

  /** Why it failed; empty if it did not. */
  public String failure() {
    return failure;
  }

  /** Whether its file is in the store. */
  public boolean isStored() {
    return stored;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(tmStart);
  }

  /** When its file was whole, or it failed. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(tmEnd);
  }
}
