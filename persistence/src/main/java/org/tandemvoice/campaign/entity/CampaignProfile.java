package org.tandemvoice.campaign.entity;

import java.util.UUID;

/**
 * What describes a campaign and may change at any time.
 *
 * @param flowId the flow its calls run, or the nil UUID for the actions
 * @param actions a JSON array, as it is kept
 */
public record CampaignProfile(
    String name,
    String detail,
    CampaignType type,
    EndHandle endHandle,
    UUID flowId,
    String actions,
    CampaignResources resources,
    CampaignPace pace) {

  /** The same with other resources. */
  public CampaignProfile with(CampaignResources other) {
    return new CampaignProfile(name, detail, type, endHandle, flowId, actions, other, pace);
  }
}
