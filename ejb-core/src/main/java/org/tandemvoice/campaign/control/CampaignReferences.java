package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.campaign.entity.CampaignProfile;
import org.tandemvoice.campaign.entity.CampaignResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.queue.control.Queues;

/** What a campaign names must be the customer's when it is named. */
@ApplicationScoped
public class CampaignReferences {

  @Inject private Campaigns campaigns;
  @Inject private Outdials outdials;
  @Inject private Outplans outplans;
  @Inject private Queues queues;
  @Inject private Flows flows;

  /**
   * Looks at what the request names; what the campaign had before is left alone.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   *     (C-47)
   */
  void requireKnown(CustomerId customer, UUID id, CampaignProfile profile, JsonFields fields) {
    CampaignResources named = profile.resources();
    if (isNamed(fields, "flow_id", profile.flowId())
        && flows.find(customer, profile.flowId()).isEmpty()) {
      throw new PlatformException(
          ErrorCode.FLOW_NOT_FOUND, fields.path("flow_id") + ": no flow " + profile.flowId());
    }
    if (isNamed(fields, "outplan_id", named.outplanId())
        && outplans.find(customer, named.outplanId()).isEmpty()) {
      throw unknown(fields, "outplan_id", named.outplanId(), "outplan");
    }
    if (isNamed(fields, "outdial_id", named.outdialId())
        && outdials.find(customer, named.outdialId()).isEmpty()) {
      throw unknown(fields, "outdial_id", named.outdialId(), "outdial");
    }
    if (isNamed(fields, "queue_id", named.queueId())
        && queues.find(customer, named.queueId()).isEmpty()) {
      throw unknown(fields, "queue_id", named.queueId(), "queue");
    }
    if (isNamed(fields, "next_campaign_id", named.nextCampaignId())) {
      requireOther(customer, id, named.nextCampaignId(), fields);
    }
  }

  private void requireOther(CustomerId customer, UUID id, UUID next, JsonFields fields) {
    if (next.equals(id)) {
      throw fields.invalid("next_campaign_id", "is the campaign itself: give another one");
    }
    if (campaigns.find(customer, next).isEmpty()) {
      throw unknown(fields, "next_campaign_id", next, "campaign");
    }
  }

  private static boolean isNamed(JsonFields fields, String field, UUID id) {
    return fields.has(field) && !id.equals(OwnedResource.NIL);
  }

  private static PlatformException unknown(JsonFields fields, String field, UUID id, String what) {
    return fields.invalid(field, "is " + id + ": there is no such " + what);
  }
}
