package org.tandemvoice.groupcall.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * Destinations that ring until one of them answers. One that is nested in another rings as part of
 * it: an answer in it is an answer of both. It knows ids, not calls.
 */
@Entity
@Table(name = "groupcalls")
public class Groupcall extends OwnedResource {

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "root_id", nullable = false)
  private UUID rootId;

  @Column(name = "master_groupcall_id", nullable = false)
  private UUID masterId;

  @Column(name = "master_call_id", nullable = false)
  private UUID masterCallId;

  @Column(name = "owner_id", nullable = false)
  private UUID ownerId;

  @Column(name = "owner_rung", nullable = false)
  private boolean ownerRung;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Lob
  @Column(name = "plan", nullable = false)
  private String plan;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private GroupcallStatus status = GroupcallStatus.PROGRESSING;

  @Enumerated(EnumType.STRING)
  @Column(name = "ring_method", nullable = false)
  private RingOrder order;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_method", nullable = false)
  private AnswerMethod answerMethod;

  @Lob
  @Column(name = "source", nullable = false)
  private Address source;

  @Lob
  @Column(name = "destinations", nullable = false)
  private String destinations;

  @Column(name = "dial_timeout_ms", nullable = false)
  private long dialTimeoutMs;

  @Column(name = "dial_index", nullable = false)
  private int dialIndex = -1;

  @Column(name = "answer_call_id", nullable = false)
  private UUID answerCallId = NIL;

  @Column(name = "answer_groupcall_id", nullable = false)
  private UUID answerGroupcallId = NIL;

  @Lob
  @Column(name = "call_ids", nullable = false)
  private String callIds = "[]";

  @Lob
  @Column(name = "groupcall_ids", nullable = false)
  private String groupcallIds = "[]";

  @Column(name = "call_count", nullable = false)
  private int callCount;

  @Column(name = "groupcall_count", nullable = false)
  private int groupcallCount;

  protected Groupcall() {}

  /** A groupcall that has dialled nobody yet. */
  public Groupcall(GroupcallDraft draft, Instant now) {
    super(draft.id(), draft.customerId(), now);
    nodeId = draft.nodeId();
    rootId = draft.rootId();
    masterId = draft.master().orElse(NIL);
    masterCallId = draft.masterCall().map(CallId::value).orElse(NIL);
    ownerId = draft.ownerId();
    flowId = draft.flowId();
    plan = draft.plan();
    order = draft.order();
    answerMethod = draft.answerMethod();
    source = draft.source();
    destinations = GroupDestination.json(draft.destinations()).toString();
    dialTimeoutMs = draft.dialTimeout().toMillis();
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(GroupcallStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "groupcall " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** The agent it rings was available and has been told. */
  public void ringsOwner() {
    ownerRung = true;
  }

  /** The next destination to dial, which counts as dialled from now on; empty behind the last. */
  public Optional<GroupDestination> nextDestination() {
    List<GroupDestination> all = destinations();
    if (dialIndex + 1 >= all.size()) {
      return Optional.empty();
    }
    dialIndex++;
    return Optional.of(all.get(dialIndex));
  }

  public void dialled(CallId call, Instant now) {
    callIds = JsonText.with(callIds, call.value());
    callCount++;
    touch(now);
  }

  public void dialled(Groupcall nested, Instant now) {
    groupcallIds = JsonText.with(groupcallIds, nested.uuid());
    groupcallCount++;
    touch(now);
  }

  /** One of its calls is over. */
  public void callOver(Instant now) {
    callCount--;
    touch(now);
  }

  /** One of its groupcalls is over. */
  public void groupcallOver(Instant now) {
    groupcallCount--;
    touch(now);
  }

  /**
   * A call of it, or of a groupcall in it, is the one that was answered; that never changes again.
   */
  public void answeredBy(CallId call, Optional<UUID> nested, Instant now) {
    if (isAnswered()) {
      throw new IllegalStateException("groupcall " + uuid() + " was answered already");
    }
    answerCallId = call.value();
    answerGroupcallId = nested.orElse(NIL);
    touch(now);
  }

  /** Somebody ends it; false if that is not news. */
  public boolean hangUp(Instant now) {
    if (status != GroupcallStatus.PROGRESSING) {
      return false;
    }
    transitionTo(GroupcallStatus.HANGINGUP, now);
    return true;
  }

  /** Nothing of it is left. */
  public void end(Instant now) {
    transitionTo(GroupcallStatus.HANGUP, now);
  }

  /** Whether a call or a groupcall of it is not over. */
  public boolean isOpen() {
    return callCount + groupcallCount > 0;
  }

  /** Whether it still looks for somebody who answers. */
  public boolean isRinging() {
    return status == GroupcallStatus.PROGRESSING && !isAnswered();
  }

  public boolean isAnswered() {
    return !answerCallId.equals(NIL);
  }

  public UUID rootId() {
    return rootId;
  }

  public String nodeId() {
    return nodeId;
  }

  /** The groupcall it is a destination of. */
  public Optional<UUID> master() {
    return optional(masterId);
  }

  /** The call its calls are chained to. */
  public Optional<CallId> masterCall() {
    return optional(masterCallId).map(CallId::new);
  }

  /** The agent whose phones it rings. */
  public Optional<UUID> owner() {
    return optional(ownerId);
  }

  public boolean hasRungOwner() {
    return ownerRung;
  }

  public UUID flowId() {
    return flowId;
  }

  public String plan() {
    return plan;
  }

  public GroupcallStatus status() {
    return status;
  }

  public RingOrder order() {
    return order;
  }

  public AnswerMethod answerMethod() {
    return answerMethod;
  }

  public Address source() {
    return source;
  }

  public List<GroupDestination> destinations() {
    return GroupDestination.parse(JsonText.array(destinations));
  }

  public Duration dialTimeout() {
    return Duration.ofMillis(dialTimeoutMs);
  }

  /** Index of the destination dialled last; -1 before the first. */
  public int dialIndex() {
    return dialIndex;
  }

  /** The call that was answered, or the nil UUID. */
  public UUID answerCallId() {
    return answerCallId;
  }

  /** The groupcall in it that has the answered call, or the nil UUID. */
  public UUID answerGroupcallId() {
    return answerGroupcallId;
  }

  /** Its own calls, as they were dialled. */
  public List<CallId> calls() {
    return JsonText.uuids(callIds).stream().map(CallId::new).toList();
  }

  /** The groupcalls nested in it. */
  public List<UUID> groupcalls() {
    return JsonText.uuids(groupcallIds);
  }

  /** How many of its calls are not over. */
  public int callCount() {
    return callCount;
  }

  /** How many of its groupcalls are not over. */
  public int groupcallCount() {
    return groupcallCount;
  }

  private static Optional<UUID> optional(UUID id) {
    return id.equals(NIL) ? Optional.empty() : Optional.of(id);
  }
}
