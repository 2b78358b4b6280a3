package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, shows, changes and deletes outdials. Their targets have a manager of their own. */
@Stateless
public class OutdialManager {

  @Inject private Outdials outdials;
  @Inject private OutdialDocument document;
  @Inject private OutdialAssignment assignment;
  @Inject private CampaignEvents events;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    Outdial outdial =
        new Outdial(ids.next(), customer, document.newProfile(fields), clock.instant());
    assignment.assign(outdial, fields);
    outdials.add(outdial);
    return events.told(outdial, "outdial_created");
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return outdials.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Outdial> page = outdials.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Fields that are missing stay as they are. */
  public JsonObject update(CustomerId customer, UUID id, JsonFields fields) {
    Outdial outdial = locked(customer, id);
    outdial.change(document.changed(outdial.profile(), fields), clock.instant());
    return events.told(outdial, "outdial_updated");
  }

  /** The campaign {@code campaign_id} calls its targets from now on, and no other one. */
  public JsonObject assign(CustomerId customer, UUID id, JsonFields fields) {
    fields.presentText("campaign_id", 36);
    Outdial outdial = outdials.find(customer, id).orElseThrow(() -> unknown(id));
    assignment.assign(outdial, fields);
    return events.told(outdial, "outdial_updated");
  }

  /** Its campaign calls none of its targets any more, and stops. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Outdial outdial = locked(customer, id);
    outdial.delete(clock.instant());
    return events.told(outdial, "outdial_deleted");
  }

  private Outdial locked(CustomerId customer, UUID id) {
    return outdials.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.OUTDIAL_NOT_FOUND, "there is no outdial " + id);
  }
}
