package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignStatus;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/** The events of campaigns and of what they work with (contract section 12). */
@ApplicationScoped
public class CampaignEvents {

  private static final Logger LOG = System.getLogger(CampaignEvents.class.getName());

  @Inject private Outbox outbox;
  @Inject private CampaignDocument campaigns;
  @Inject private CampaigncallDocument campaigncalls;
  @Inject private OutdialDocument outdials;
  @Inject private OutdialTargetDocument targets;
  @Inject private OutplanDocument outplans;
  @Inject private Clock clock;

  /** The locked campaign has another state from now on. */
  void turn(Campaign campaign, CampaignStatus next) {
    campaign.transitionTo(next, clock.instant());
    told(campaign, "campaign_status_" + next.text());
    LOG.log(Level.INFO, "campaign_status_{0} campaign={1}", next.text(), campaign.uuid());
  }

  JsonObject told(Campaign campaign, String eventType) {
    return record(campaign, "campaign", eventType, campaigns.of(campaign));
  }

  JsonObject told(Campaigncall campaigncall, String eventType) {
    return record(campaigncall, "campaigncall", eventType, campaigncalls.of(campaigncall));
  }

  JsonObject told(Outplan outplan, String eventType) {
    return record(outplan, "outplan", eventType, outplans.of(outplan));
  }

  JsonObject told(Outdial outdial, String eventType) {
    return record(outdial, "outdial", eventType, outdials.of(outdial));
  }

  JsonObject told(OutdialTarget target, String eventType) {
    return record(target, "outdialtarget", eventType, targets.of(target));
  }

  private JsonObject record(
      OwnedResource resource, String type, String eventType, JsonObject shown) {
    outbox.record(new EventSubject(resource.customerId(), type, resource.uuid()), eventType, shown);
    return shown;
  }
}
