package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.campaign.entity.CampaigncallReference;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.ActiveflowManager;
import org.tandemvoice.flow.control.Activeflows;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Shows the tries of campaigns and ends them. They are begun by their campaign. */
@Stateless
public class CampaigncallManager {

  @Inject private Campaigns campaigns;
  @Inject private Campaigncalls campaigncalls;
  @Inject private CampaigncallDocument document;
  @Inject private CampaignEvents events;
  @Inject private ActiveflowManager executions;
  @Inject private Activeflows activeflows;
  @Inject private Calls calls;
  @Inject private CallStates callStates;
  @Inject private Groupcalls groupcalls;
  @Inject private Ringing ringing;
  @Inject private Clock clock;

  public JsonObject get(CustomerId customer, UUID id) {
    return campaigncalls.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    return shown(campaigncalls.page(customer, request));
  }

  /** Those of one campaign. */
  public Page<JsonObject> list(CustomerId customer, UUID campaign, PageRequest request) {
    if (campaigns.find(customer, campaign).isEmpty()) {
      throw CampaignManager.unknown(campaign);
    }
    return shown(campaigncalls.page(customer, campaign, request));
  }

  private Page<JsonObject> shown(Page<Campaigncall> page) {
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * Takes it out of the customer's sight. One that is not over is hung up, or its execution
   * stopped; its target is settled when that has ended.
   */
  public JsonObject delete(CustomerId customer, UUID id) {
    Campaigncall campaigncall =
        campaigncalls
            .find(customer, id)
            .flatMap(found -> campaigncalls.lock(found.uuid()))
            .filter(found -> !found.isDeleted())
            .orElseThrow(() -> unknown(id));
    if (campaigncall.status() != CampaigncallStatus.DONE) {
      hangUp(campaigncall);
    }
    campaigncall.delete(clock.instant());
    return events.told(campaigncall, "campaigncall_deleted");
  }

  private void hangUp(Campaigncall campaigncall) {
    if (!campaigncall.groupcallId().equals(OwnedResource.NIL)) {
      groupcalls.lock(campaigncall.groupcallId()).ifPresent(ringing::hangUp);
    } else if (campaigncall.referenceType() == CampaigncallReference.CALL) {
      calls
          .lock(new CallId(campaigncall.referenceId()))
          .ifPresent(call -> callStates.release(call, ReleaseCause.NORMAL));
    } else {
      activeflows
          .lock(campaigncall.referenceId())
          .filter(Activeflow::isRunning)
          .ifPresent(run -> executions.stop(run.customerId(), run.uuid()));
    }
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(
        ErrorCode.CAMPAIGNCALL_NOT_FOUND, "there is no campaigncall " + id);
  }
}
