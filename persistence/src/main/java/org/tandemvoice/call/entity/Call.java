package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * One party's call: the row behind a SIP leg and a media session. Its state changes only by the
 * methods here, and only forward. A call between two parties is two of them, the second chained to
 * the first.
 */
@Entity
@NamedQuery(
    name = Call.LOCK,
    query = "select e from Call e where e.id = :id",
    lockMode = LockModeType.PESSIMISTIC_WRITE,
    hints = @QueryHint(name = "eclipselink.flush", value = "false"))
@Table(name = "calls")
public class Call extends OwnedResource {

  /** Reads the row of an {@code id} and locks it; named, to be prepared once. */
  public static final String LOCK = "Call.lock";

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Column(name = "activeflow_id", nullable = false)
  private UUID activeflowId;

  @Column(name = "master_call_id", nullable = false)
  private UUID masterCallId = NIL;

  @Lob
  @Column(name = "chained_call_ids", nullable = false)
  private String chainedCallIds = "[]";

  @Embedded private CallTies ties = new CallTies();

  @Embedded private GroupMembership membership = new GroupMembership();

  @Embedded private CallMetering metering = CallMetering.none();

  @Lob
  @Column(name = "source", nullable = false)
  private Address source;

  @Lob
  @Column(name = "destination", nullable = false)
  private Address destination;

  @Enumerated(EnumType.STRING)
  @Column(name = "direction", nullable = false)
  private CallDirection direction;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private CallStatus status = CallStatus.DIALING;

  @Enumerated(EnumType.STRING)
  @Column(name = "hangup_by")
  private HangupBy hangupBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "hangup_reason")
  private HangupReason hangupReason;

  @Enumerated(EnumType.STRING)
  @Column(name = "release_cause")
  private ReleaseCause releaseCause;

  @Lob
  @Column(name = "action", nullable = false)
  private String action = "";

  @Embedded private CallSilence silence = new CallSilence();

  @Column(name = "dial_timeout_ms", nullable = false)
  private long dialTimeoutMs;

  @Column(name = "tm_ringing")
  private Instant tmRinging;

  @Column(name = "tm_progressing")
  private Instant tmProgressing;

  @Column(name = "tm_hangup")
  private Instant tmHangup;

  @Lob
  @Column(name = "media", nullable = false)
  private String media = "";

  @Embedded private CallRecordings recordings = new CallRecordings();

  @Lob
  @Column(name = "metadata", nullable = false)
  private String metadata = "{}";

  protected Call() {}

  /** A call that has just begun, in {@link CallStatus#DIALING}. */
  public Call(CallDraft draft, Instant now) {
    super(draft.id().value(), draft.customerId(), now);
    this.nodeId = draft.nodeId();
    this.direction = draft.direction();
    this.source = draft.source();
    this.destination = draft.destination();
    this.flowId = draft.flow().flowId();
    this.activeflowId = draft.flow().activeflowId();
    this.dialTimeoutMs = draft.dialTimeout().toMillis();
    this.masterCallId = draft.master().map(CallId::value).orElse(NIL);
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(CallStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "call " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** The called side rings; false if that is not news. */
  public boolean ring(Instant now) {
    if (status != CallStatus.DIALING) {
      return false;
    }
    transitionTo(CallStatus.RINGING, now);
    tmRinging = now;
    return true;
  }

  /** The call is answered; false if it was already or is ending. */
  public boolean answer(Instant now) {
    if (!status.isWaiting()) {
      return false;
    }
    transitionTo(CallStatus.PROGRESSING, now);
    tmProgressing = now;
    return true;
  }

  /**
   * The platform wants the call to end: an outgoing one that nobody answered is canceled, any other
   * terminated. False if it is ending or over.
   */
  public boolean giveUp(ReleaseCause cause, Instant now) {
    if (!status.isWaiting() && status != CallStatus.PROGRESSING) {
      return false;
    }
    boolean cancel = status.isWaiting() && direction == CallDirection.OUTGOING;
    transitionTo(cancel ? CallStatus.CANCELING : CallStatus.TERMINATING, now);
    releaseCause = cause;
    return true;
  }

  /**
   * The leg is gone. Who hung up and why follows from the state it was in (contract section 6).
   * False if it was over already.
   */
  public boolean hangUp(ReleaseCause cause, Instant now) {
    if (status.isFinal()) {
      return false;
    }
    boolean local = status == CallStatus.TERMINATING || status == CallStatus.CANCELING;
    hangupBy = local ? HangupBy.LOCAL : HangupBy.REMOTE;
    if (!local) {
      releaseCause = cause;
    }
    hangupReason = HangupReason.of(releaseCause, direction, status, tmProgressing != null);
    transitionTo(CallStatus.HANGUP, now);
    tmHangup = now;
    recordings.runs(NIL);
    return true;
  }

  /** Says which group the call rings in; before it is kept, and once. */
  public void joinGroup(GroupMembership group) {
    membership = group;
  }

  /** Says what is noted about the call, as a JSON object; before it is kept, and once. */
  public void note(String metadataJson) {
    metadata = metadataJson;
  }

  /** Adds a call that ends when this one ends. */
  public void chain(CallId chained, Instant now) {
    chainedCallIds = JsonText.with(chainedCallIds, chained.value());
    touch(now);
  }

  /** The chained call goes its own way: it no longer ends when this one ends. */
  public void unchain(CallId chained, Instant now) {
    chainedCallIds = JsonText.without(chainedCallIds, chained.value());
    touch(now);
  }

  /** Is chained to no call any more. */
  public void leaveMaster(Instant now) {
    masterCallId = NIL;
    touch(now);
  }

  /** Ends with that call from now on. */
  public void followMaster(CallId master, Instant now) {
    masterCallId = master.value();
    touch(now);
  }

  /** Runs another flow from now on, because the one it had is over or it had none. */
  public void follow(FlowReference flow, Instant now) {
    flowId = flow.flowId();
    activeflowId = flow.activeflowId();
    touch(now);
  }

  /** The action that runs at present, as a JSON object. */
  public void execute(String actionJson, Instant now) {
    action = actionJson;
    touch(now);
  }

  /** The platform holds the call, or no longer; false if that is not news. */
  public boolean hold(boolean on, Instant now) {
    return touched(silence.hold(on), now);
  }

  /** The party's own phone holds, or no longer; false if that is not news. */
  public boolean holdByParty(boolean on, Instant now) {
    return touched(silence.holdByParty(on), now);
  }

  /** Holds back this of the call's sound and nothing else; false if that is not news. */
  public boolean mute(MuteState state, Instant now) {
    return touched(silence.mute(state), now);
  }

  private boolean touched(boolean changed, Instant now) {
    if (changed) {
      touch(now);
    }
    return changed;
  }

  /** What was measured on the media of this call, as a JSON object. */
  public void measured(String mediaJson) {
    media = mediaJson;
  }

  /** A recording of the call begins. */
  public void record(UUID recording, Instant now) {
    recordings.begin(recording);
    touch(now);
  }

  /**
   * A recording does not run any more.
   *
   * @param running one that still does, or the nil UUID
   */
  public void recordingEnded(UUID running, Instant now) {
    recordings.runs(running);
    touch(now);
  }

  public CallId id() {
    return new CallId(uuid());
  }

  public String nodeId() {
    return nodeId;
  }

  public UUID flowId() {
    return flowId;
  }

  public UUID activeflowId() {
    return activeflowId;
  }

  public Optional<CallId> master() {
    return masterCallId.equals(NIL) ? Optional.empty() : Optional.of(new CallId(masterCallId));
  }

  public GroupMembership membership() {
    return membership;
  }

  public List<CallId> chained() {
    return JsonText.uuids(chainedCallIds).stream().map(CallId::new).toList();
  }

  public CallMetering metering() {
    return metering;
  }

  /** Whom it talks to, and the transfer it takes part in. */
  public CallTies ties() {
    return ties;
  }

  public Address source() {
    return source;
  }

  public Address destination() {
    return destination;
  }

  public CallDirection direction() {
    return direction;
  }

  public CallStatus status() {
    return status;
  }

  public Optional<HangupBy> hangupBy() {
    return Optional.ofNullable(hangupBy);
  }

  public Optional<HangupReason> hangupReason() {
    return Optional.ofNullable(hangupReason);
  }

  public Optional<ReleaseCause> releaseCause() {
    return Optional.ofNullable(releaseCause);
  }

  /** The running action as JSON; empty before the first. */
  public String action() {
    return action;
  }

  /** Whether the platform or the party's own phone holds. */
  public boolean isOnHold() {
    return silence.isOnHold();
  }

  public MuteState muteState() {
    return silence.muteState();
  }

  public Duration dialTimeout() {
    return Duration.ofMillis(dialTimeoutMs);
  }

  public Optional<Instant> ringingAt() {
    return Optional.ofNullable(tmRinging);
  }

  public Optional<Instant> progressingAt() {
    return Optional.ofNullable(tmProgressing);
  }

  public Optional<Instant> hungUpAt() {
    return Optional.ofNullable(tmHangup);
  }

  public CallRecordings recordings() {
    return recordings;
  }

  /** What whoever ordered the call noted about it, as a JSON object. */
  public String metadata() {
    return metadata;
  }

  /** Media metrics as JSON; empty until measured. */
  public String media() {
    return media;
  }
}
