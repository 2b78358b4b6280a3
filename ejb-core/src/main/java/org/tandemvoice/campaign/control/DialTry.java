package org.tandemvoice.campaign.control;

import java.util.UUID;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignResources;
import org.tandemvoice.campaign.entity.CampaigncallDraft;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.Outplan;

/**
 * A try that is decided: this campaign calls this target by these rules.
 *
 * @param destination which of its destinations
 */
record DialTry(Campaign campaign, Outplan outplan, OutdialTarget target, int destination) {

  /**
   * The campaigncall of it.
   *
   * @param count the how manyth try it is at that destination
   */
  CampaigncallDraft draft(UUID id, int count) {
    CampaignResources resources = campaign.resources();
    return new CampaigncallDraft(
        id,
        campaign.customerId(),
        campaign.uuid(),
        resources,
        target.uuid(),
        outplan.profile().source(),
        target.destinations().get(destination),
        destination,
        count);
  }
}
