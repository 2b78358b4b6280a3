package org.tandemvoice.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * One try to reach a target. It is made in the commit that counts the try and makes the call; it is
 * over in the commit that ends the call. It changes under the lock of that call.
 */
@Entity
@Table(name = "campaigncalls")
public class Campaigncall extends OwnedResource {

  @Column(name = "campaign_id", nullable = false)
  private UUID campaignId;

  @Column(name = "outplan_id", nullable = false)
  private UUID outplanId;

  @Column(name = "outdial_id", nullable = false)
  private UUID outdialId;

  @Column(name = "outdial_target_id", nullable = false)
  private UUID outdialTargetId;

  @Column(name = "queue_id", nullable = false)
  private UUID queueId;

  @Column(name = "activeflow_id", nullable = false)
  private UUID activeflowId = NIL;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId = NIL;

  @Enumerated(EnumType.STRING)
  @Column(name = "reference_type", nullable = false)
  private CampaigncallReference referenceType = CampaigncallReference.NONE;

  @Column(name = "reference_id", nullable = false)
  private UUID referenceId = NIL;

  @Column(name = "groupcall_id", nullable = false)
  private UUID groupcallId = NIL;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private CampaigncallStatus status = CampaigncallStatus.DIALING;

  @Column(name = "result", nullable = false)
  private String result = "";

  @Column(name = "reason", nullable = false)
  private String reason = "";

  @Lob
  @Column(name = "source", nullable = false)
  private Address source;

  @Lob
  @Column(name = "destination", nullable = false)
  private Address destination;

  @Column(name = "destination_index", nullable = false)
  private int destinationIndex;

  @Column(name = "try_count", nullable = false)
  private int tryCount;

  @Column(name = "tm_progressing")
  private Instant tmProgressing;

  @Column(name = "tm_end")
  private Instant tmEnd;

  protected Campaigncall() {}

  /** A try that begins. */
  public Campaigncall(CampaigncallDraft draft, Instant now) {
    super(draft.id(), draft.customerId(), now);
    campaignId = draft.campaignId();
    outplanId = draft.resources().outplanId();
    outdialId = draft.resources().outdialId();
    queueId = draft.resources().queueId();
    outdialTargetId = draft.outdialTargetId();
    source = draft.source();
    destination = draft.destination();
    destinationIndex = draft.destinationIndex();
    tryCount = draft.tryCount();
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(CampaigncallStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "campaigncall " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** This call carries it out, with this execution of this flow. */
  public void byCall(UUID call, UUID flow, UUID activeflow) {
    referenceType = CampaigncallReference.CALL;
    referenceId = call;
    flowId = flow;
    activeflowId = activeflow;
  }

  /** The calls of this groupcall carry it out, until one of them is answered. */
  public void byGroupcall(UUID groupcall, UUID flow) {
    referenceType = CampaigncallReference.CALL;
    groupcallId = groupcall;
    flowId = flow;
  }

  /** This execution carries it out, without a call. */
  public void byFlow(UUID flow, UUID activeflow) {
    referenceType = CampaigncallReference.FLOW;
    referenceId = activeflow;
    flowId = flow;
    activeflowId = activeflow;
  }

  /** Was answered, or its flow runs; false if that is not news. */
  public boolean progress(Instant now) {
    if (status != CampaigncallStatus.DIALING) {
      return false;
    }
    transitionTo(CampaigncallStatus.PROGRESSING, now);
    tmProgressing = now;
    return true;
  }

  /** Is over; false if it was already. */
  public boolean end(CampaigncallResult outcome, Instant now) {
    if (status == CampaigncallStatus.DONE) {
      return false;
    }
    transitionTo(CampaigncallStatus.DONE, now);
    result = outcome.text();
    reason = outcome.reason();
    tmEnd = now;
    return true;
  }

  public UUID campaignId() {
    return campaignId;
  }

  public CampaignResources resources() {
    return new CampaignResources(outplanId, outdialId, queueId, NIL);
  }

  public UUID outdialTargetId() {
    return outdialTargetId;
  }

  public UUID flowId() {
    return flowId;
  }

  public UUID activeflowId() {
    return activeflowId;
  }

  public CampaigncallReference referenceType() {
    return referenceType;
  }

  /** The call, the execution, or the nil UUID. */
  public UUID referenceId() {
    return referenceId;
  }

  /** The groupcall that rings an agent, or the nil UUID. */
  public UUID groupcallId() {
    return groupcallId;
  }

  public CampaigncallStatus status() {
    return status;
  }

  /** {@code success}, {@code fail}, or empty while it is not over. */
  public String result() {
    return result;
  }

  /** Why it ended so; empty while it is not over. */
  public String reason() {
    return reason;
  }

  public Address source() {
    return source;
  }

  public Address destination() {
    return destination;
  }

  public int destinationIndex() {
    return destinationIndex;
  }

  public int tryCount() {
    return tryCount;
  }

  public Optional<Instant> progressingAt() {
    return Optional.ofNullable(tmProgressing);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(tmEnd);
  }
}
