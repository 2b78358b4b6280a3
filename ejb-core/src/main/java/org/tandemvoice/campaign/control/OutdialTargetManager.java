package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Puts people on the list of an outdial, shows them, and takes them off. */
@Stateless
public class OutdialTargetManager {

  @Inject private Outdials outdials;
  @Inject private OutdialTargets targets;
  @Inject private OutdialTargetDocument document;
  @Inject private CampaignEvents events;
  @Inject private CampaignDialler dialler;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code OUTDIAL_NOT_FOUND}, {@code INVALID_ARGUMENT} naming the field
   */
  public JsonObject create(CustomerId customer, UUID outdialId, JsonFields fields) {
    Outdial outdial = outdial(customer, outdialId);
    OutdialTarget target =
        new OutdialTarget(
            ids.next(), customer, outdialId, document.profile(fields), clock.instant());
    targets.add(target);
    dialler.soon(outdial.campaignId());
    return events.told(target, "outdialtarget_created");
  }

  public JsonObject get(CustomerId customer, UUID outdialId, UUID id) {
    outdial(customer, outdialId);
    return targets.find(outdialId, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, UUID outdialId, PageRequest request) {
    outdial(customer, outdialId);
    Page<OutdialTarget> page = targets.page(outdialId, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** It is not called any more; a call that has begun goes on. */
  public JsonObject delete(CustomerId customer, UUID outdialId, UUID id) {
    outdial(customer, outdialId);
    OutdialTarget target =
        targets
            .lock(id)
            .filter(found -> found.outdialId().equals(outdialId) && !found.isDeleted())
            .orElseThrow(() -> unknown(id));
    target.delete(clock.instant());
    return events.told(target, "outdialtarget_deleted");
  }

  private Outdial outdial(CustomerId customer, UUID id) {
    return outdials.find(customer, id).orElseThrow(() -> OutdialManager.unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.OUTDIAL_TARGET_NOT_FOUND, "there is no target " + id);
  }
}
