package org.tandemvoice.campaign.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * What a campaign works with; the nil UUID for what it has not.
 *
 * @param queueId where whoever answers waits for an agent, behind the actions
 * @param nextCampaignId runs when this one is done
 */
public record CampaignResources(UUID outplanId, UUID outdialId, UUID queueId, UUID nextCampaignId) {

  public static final CampaignResources NONE =
      new CampaignResources(
          OwnedResource.NIL, OwnedResource.NIL, OwnedResource.NIL, OwnedResource.NIL);

  /** The same with another list of targets. */
  public CampaignResources dialling(UUID outdial) {
    return new CampaignResources(outplanId, outdial, queueId, nextCampaignId);
  }
}
