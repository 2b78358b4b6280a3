package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignProfile;
import org.tandemvoice.campaign.entity.CampaignStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, shows, changes, runs, stops and deletes campaigns. */
@Stateless
public class CampaignManager {

  @Inject private Campaigns campaigns;
  @Inject private CampaignDocument document;
  @Inject private CampaignReferences references;
  @Inject private CampaignEnding ending;
  @Inject private CampaignEvents events;
  @Inject private CampaignDialler dialler;
  @Inject private OutdialAssignment assignment;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * A campaign that does not run yet.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    CampaignProfile profile = document.newProfile(fields);
    UUID id = ids.next();
    references.requireKnown(customer, id, profile, fields);
    Campaign campaign = new Campaign(id, customer, profile, clock.instant());
    campaigns.add(campaign);
    assignment.assigned(campaign, OwnedResource.NIL, fields);
    return events.told(campaign, "campaign_created");
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return campaigns.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Campaign> page = campaigns.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Fields that are missing stay as they are. Calls that have begun go on as they began. */
  public JsonObject update(CustomerId customer, UUID id, JsonFields fields) {
    Campaign campaign = locked(customer, id);
    UUID outdial = campaign.resources().outdialId();
    CampaignProfile changed = document.changed(campaign.profile(), fields);
    references.requireKnown(customer, id, changed, fields);
    campaign.change(changed, clock.instant());
    assignment.assigned(campaign, outdial, fields);
    dialler.soon(id);
    return events.told(campaign, "campaign_updated");
  }

  /** The same, of a request that is for this field. */
  public JsonObject set(CustomerId customer, UUID id, JsonFields fields, String field) {
    if (!fields.has(field)) {
      throw fields.invalid(field, "is missing: give its new value");
    }
    return update(customer, id, fields);
  }

  /**
   * {@code run} calls; {@code stop} and {@code stopping} call nobody new, and the campaign has
   * stopped when none of its calls is left.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}, {@code STATE_INVALID} if it has no outplan
   *     or no outdial to run with
   */
  public JsonObject turn(CustomerId customer, UUID id, JsonFields fields) {
    String text = fields.requiredText("status", 16);
    CampaignStatus wanted =
        CampaignStatus.of(text)
            .orElseThrow(
                () -> fields.invalid("status", "is \"" + text + "\": give run, stop or stopping"));
    Campaign campaign = locked(customer, id);
    if (wanted == CampaignStatus.RUN) {
      run(campaign);
    } else if (campaign.status() == CampaignStatus.RUN) {
      boolean isIdle = ending.isIdle(campaign);
      events.turn(campaign, isIdle ? CampaignStatus.STOP : CampaignStatus.STOPPING);
    }
    return document.of(campaign);
  }

  private void run(Campaign campaign) {
    if (!ending.isRunnable(campaign)) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "campaign "
              + campaign.uuid()
              + " cannot run: give it an outplan_id and an outdial_id that exist");
    }
    if (campaign.status() != CampaignStatus.RUN) {
      ending.run(campaign);
    }
  }

  /**
   * @throws PlatformException {@code STATE_INVALID} unless it has stopped
   */
  public JsonObject delete(CustomerId customer, UUID id) {
    Campaign campaign = locked(customer, id);
    if (campaign.status() != CampaignStatus.STOP) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "campaign " + id + " is " + campaign.status().text() + ": stop it first");
    }
    assignment.released(campaign);
    campaign.delete(clock.instant());
    return events.told(campaign, "campaign_deleted");
  }

  private Campaign locked(CustomerId customer, UUID id) {
    return campaigns.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.CAMPAIGN_NOT_FOUND, "there is no campaign " + id);
  }
}
