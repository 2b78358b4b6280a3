package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignStatus;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.campaign.entity.EndHandle;
import org.tandemvoice.customer.entity.OwnedResource;

/** How campaigns come to rest, and which one runs then. */
@ApplicationScoped
public class CampaignEnding {

  @Inject private Campaigns campaigns;
  @Inject private Campaigncalls campaigncalls;
  @Inject private CampaignDialler dialler;
  @Inject private CampaignEvents events;
  @Inject private Outdials outdials;
  @Inject private OutdialTargets targets;
  @Inject private Outplans outplans;

  /** Whether none of its calls is left. */
  boolean isIdle(Campaign campaign) {
    return campaigncalls.count(campaign.uuid(), CampaigncallStatus.OPEN) == 0;
  }

  /** The locked campaign that is stopping stops when none of its calls is left. */
  boolean stopIfIdle(Campaign campaign) {
    boolean isIdle = isIdle(campaign);
    if (isIdle) {
      events.turn(campaign, CampaignStatus.STOP);
    }
    return isIdle;
  }

  /**
   * Nobody is left whom the locked campaign may call. It stops and its next one runs, in one
   * commit; if the next one is taken by somebody at this moment, later. Or it waits for further
   * targets.
   *
   * @return whether it has stopped
   */
  boolean done(Campaign campaign) {
    if (campaign.profile().endHandle() == EndHandle.CONTINUE) {
      return false;
    }
    UUID nextId = campaign.resources().nextCampaignId();
    Optional<Campaign> next = Optional.empty();
    if (!nextId.equals(OwnedResource.NIL)
        && campaigns.find(campaign.customerId(), nextId).isPresent()) {
      next = campaigns.claim(nextId);
      if (next.isEmpty()) {
        return false;
      }
    }
    events.turn(campaign, CampaignStatus.STOP);
    next.filter(this::hasWork).ifPresent(this::run);
    return true;
  }

  /** One that has nobody to call is not begun: two that name each other would never end. */
  private boolean hasWork(Campaign campaign) {
    return campaign.status() != CampaignStatus.RUN
        && isRunnable(campaign)
        && targets.isAnyIdle(campaign.resources().outdialId());
  }

  boolean isRunnable(Campaign campaign) {
    return outplans.find(campaign.customerId(), campaign.resources().outplanId()).isPresent()
        && outdials.find(campaign.customerId(), campaign.resources().outdialId()).isPresent();
  }

  /** The locked campaign calls from now on. */
  void run(Campaign campaign) {
    events.turn(campaign, CampaignStatus.RUN);
    dialler.soon(campaign.uuid());
  }
}
