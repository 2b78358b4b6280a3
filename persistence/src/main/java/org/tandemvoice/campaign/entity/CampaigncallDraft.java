package org.tandemvoice.campaign.entity;

import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A try as it begins.
 *
 * @param outdialTargetId who is tried
 * @param destinationIndex at which of its destinations
 * @param tryCount the how manyth try it is there
 */
public record CampaigncallDraft(
    UUID id,
    CustomerId customerId,
    UUID campaignId,
    CampaignResources resources,
    UUID outdialTargetId,
    Address source,
    Address destination,
    int destinationIndex,
    int tryCount) {}
