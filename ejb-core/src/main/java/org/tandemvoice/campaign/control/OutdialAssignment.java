package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;

/**
 * Keeps campaigns and outdials together: the campaign names its outdial, the outdial its campaign,
 * and no outdial has two, so that nobody is called for two campaigns at once. Campaigns are locked
 * in the order of their ids, before outdials.
 */
@ApplicationScoped
public class OutdialAssignment {

  @Inject private Campaigns campaigns;
  @Inject private Outdials outdials;
  @Inject private CampaignEvents events;
  @Inject private Clock clock;

  /** The outdial gets the campaign that {@code campaign_id} names, if it names one. */
  void assign(Outdial outdial, JsonFields fields) {
    UUID next = fields.uuid("campaign_id");
    UUID before = outdial.campaignId();
    CustomerId customer = outdial.customerId();
    if (!next.equals(OwnedResource.NIL) && campaigns.find(customer, next).isEmpty()) {
      throw fields.invalid("campaign_id", "is " + next + ": there is no such campaign");
    }
    Stream.of(before, next)
        .distinct()
        .filter(id -> !id.equals(OwnedResource.NIL))
        .sorted()
        .forEach(id -> campaigns.lock(customer, id));
    if (!before.equals(next)) {
      campaigns
          .find(customer, before)
          .filter(old -> old.resources().outdialId().equals(outdial.uuid()))
          .ifPresent(old -> dial(old, OwnedResource.NIL));
    }
    campaigns
        .find(customer, next)
        .ifPresent(
            found -> {
              release(found, outdial.uuid());
              dial(found, outdial.uuid());
            });
    outdial.serve(next, clock.instant());
  }

  private void dial(Campaign campaign, UUID outdial) {
    campaign.change(
        campaign.profile().with(campaign.resources().dialling(outdial)), clock.instant());
    events.told(campaign, "campaign_updated");
  }

  /**
   * The locked campaign calls the targets of the outdial it names from now on.
   *
   * @param before the outdial it had, or the nil UUID
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} if it belongs
   *     to another campaign
   */
  void assigned(Campaign campaign, UUID before, JsonFields fields) {
    UUID next = campaign.resources().outdialId();
    if (before.equals(next)) {
      return;
    }
    serve(campaign, before, OwnedResource.NIL);
    outdials
        .lock(campaign.customerId(), next)
        .ifPresent(
            outdial -> {
              requireFree(campaign, outdial, fields);
              outdial.serve(campaign.uuid(), clock.instant());
              events.told(outdial, "outdial_updated");
            });
  }

  private void requireFree(Campaign campaign, Outdial outdial, JsonFields fields) {
    UUID other = outdial.campaignId();
    boolean isTaken =
        !other.equals(campaign.uuid()) && campaigns.find(campaign.customerId(), other).isPresent();
    if (isTaken) {
      throw fields.invalid(
          "outdial_id",
          "is " + outdial.uuid() + ", which campaign " + other + " has: give one of its own");
    }
  }

  /** The outdials of a campaign that is given up are free. */
  void released(Campaign campaign) {
    serve(campaign, campaign.resources().outdialId(), OwnedResource.NIL);
  }

  private void release(Campaign campaign, UUID kept) {
    if (!campaign.resources().outdialId().equals(kept)) {
      released(campaign);
    }
  }

  private void serve(Campaign campaign, UUID outdialId, UUID next) {
    if (!outdialId.equals(OwnedResource.NIL)) {
      outdials
          .lock(campaign.customerId(), outdialId)
          .filter(outdial -> outdial.campaignId().equals(campaign.uuid()))
          .ifPresent(
              outdial -> {
                outdial.serve(next, clock.instant());
                events.told(outdial, "outdial_updated");
              });
    }
  }
}
