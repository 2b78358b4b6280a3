package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, shows, changes and deletes outplans. */
@Stateless
public class OutplanManager {

  @Inject private Outplans outplans;
  @Inject private OutplanDocument document;
  @Inject private CampaignEvents events;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    Outplan outplan =
        new Outplan(ids.next(), customer, document.newProfile(customer, fields), clock.instant());
    outplans.add(outplan);
    return events.told(outplan, "outplan_created");
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return outplans.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Outplan> page = outplans.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Fields that are missing stay as they are. */
  public JsonObject update(CustomerId customer, UUID id, JsonFields fields) {
    Outplan outplan = locked(customer, id);
    outplan.change(document.changed(customer, outplan.profile(), fields), clock.instant());
    return events.told(outplan, "outplan_updated");
  }

  /** Campaigns that dial by it stop. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Outplan outplan = locked(customer, id);
    outplan.delete(clock.instant());
    return events.told(outplan, "outplan_deleted");
  }

  private Outplan locked(CustomerId customer, UUID id) {
    return outplans.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.OUTPLAN_NOT_FOUND, "there is no outplan " + id);
  }
}
