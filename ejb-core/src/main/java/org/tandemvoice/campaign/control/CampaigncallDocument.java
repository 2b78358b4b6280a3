package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.campaign.entity.CampaignResources;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.time.control.Timestamps;

/**
 * A try as customers see it (contract, CampaignManagerCampaigncall), and why it ended so: {@code
 * reason} is the hangup reason of the call, or why nobody was dialled.
 */
@ApplicationScoped
public class CampaigncallDocument {

  @Inject private Timestamps timestamps;

  public JsonObject of(Campaigncall campaigncall) {
    CampaignResources resources = campaigncall.resources();
    return JSON.createObjectBuilder()
        .add("id", campaigncall.uuid().toString())
        .add("customer_id", campaigncall.customerId().toString())
        .add("campaign_id", campaigncall.campaignId().toString())
        .add("outplan_id", resources.outplanId().toString())
        .add("outdial_id", resources.outdialId().toString())
        .add("outdial_target_id", campaigncall.outdialTargetId().toString())
        .add("queue_id", resources.queueId().toString())
        .add("activeflow_id", campaigncall.activeflowId().toString())
        .add("flow_id", campaigncall.flowId().toString())
        .add("reference_type", campaigncall.referenceType().text())
        .add("reference_id", campaigncall.referenceId().toString())
        .add("groupcall_id", campaigncall.groupcallId().toString())
        .add("status", campaigncall.status().text())
        .add("result", campaigncall.result())
        .add("reason", campaigncall.reason())
        .add("source", AddressColumn.json(campaigncall.source()))
        .add("destination", AddressColumn.json(campaigncall.destination()))
        .add("destination_index", campaigncall.destinationIndex())
        .add("try_count", campaigncall.tryCount())
        .add("tm_create", timestamps.text(campaigncall.createdAt()))
        .add("tm_progressing", timestamps.text(campaigncall.progressingAt()))
        .add("tm_end", timestamps.text(campaigncall.endedAt()))
        .add("tm_update", timestamps.text(campaigncall.updatedAt()))
        .add("tm_delete", timestamps.text(campaigncall.deletedAt()))
        .build();
  }
}
