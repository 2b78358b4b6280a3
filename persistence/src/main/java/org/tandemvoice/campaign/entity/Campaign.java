package org.tandemvoice.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/** The work on a list of targets. Whom it calls next is decided under the lock of its row. */
@Entity
@Table(name = "campaigns")
public class Campaign extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Enumerated(EnumType.STRING)
  @Column(name = "type", nullable = false)
  private CampaignType type;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private CampaignStatus status = CampaignStatus.STOP;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_handle", nullable = false)
  private EndHandle endHandle;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Lob
  @Column(name = "actions", nullable = false)
  private String actions;

  @Column(name = "outplan_id", nullable = false)
  private UUID outplanId;

  @Column(name = "outdial_id", nullable = false)
  private UUID outdialId;

  @Column(name = "queue_id", nullable = false)
  private UUID queueId;

  @Column(name = "next_campaign_id", nullable = false)
  private UUID nextCampaignId;

  @Column(name = "service_level", nullable = false)
  private int serviceLevel;

  @Column(name = "max_concurrent_calls", nullable = false)
  private int maxConcurrentCalls;

  @Column(name = "dial_timeout_ms", nullable = false)
  private long dialTimeoutMs;

  @Lob
  @Column(name = "schedule", nullable = false)
  private String schedule;

  protected Campaign() {}

  /** A campaign that does not run yet. */
  public Campaign(UUID id, CustomerId customerId, CampaignProfile profile, Instant now) {
    super(id, customerId, now);
    describe(profile);
  }

  /** Calls that have begun go on as they began. */
  public void change(CampaignProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(CampaignProfile profile) {
    name = profile.name();
    detail = profile.detail();
    type = profile.type();
    endHandle = profile.endHandle();
    flowId = profile.flowId();
    actions = profile.actions();
    outplanId = profile.resources().outplanId();
    outdialId = profile.resources().outdialId();
    queueId = profile.resources().queueId();
    nextCampaignId = profile.resources().nextCampaignId();
    serviceLevel = profile.pace().serviceLevel();
    maxConcurrentCalls = profile.pace().maxConcurrentCalls();
    dialTimeoutMs = profile.pace().dialTimeout().toMillis();
    schedule = profile.pace().schedule().json().toString();
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  public void transitionTo(CampaignStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "campaign " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  public CampaignStatus status() {
    return status;
  }

  public CampaignResources resources() {
    return new CampaignResources(outplanId, outdialId, queueId, nextCampaignId);
  }

  public CampaignPace pace() {
    return new CampaignPace(
        serviceLevel,
        maxConcurrentCalls,
        Duration.ofMillis(dialTimeoutMs),
        DialSchedule.parse(JsonText.object(schedule)));
  }

  public CampaignProfile profile() {
    return new CampaignProfile(name, detail, type, endHandle, flowId, actions, resources(), pace());
  }
}
