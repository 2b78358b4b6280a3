package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignPace;
import org.tandemvoice.campaign.entity.CampaignProfile;
import org.tandemvoice.campaign.entity.CampaignResources;
import org.tandemvoice.campaign.entity.CampaignType;
import org.tandemvoice.campaign.entity.DialSchedule;
import org.tandemvoice.campaign.entity.EndHandle;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowDocument;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** A campaign as the API reads and writes it: seed 003 and the contract in one (C-26). */
@ApplicationScoped
public class CampaignDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int HIGHEST_LEVEL = 1_000;
  private static final int MOST_CALLS = 1_000;
  private static final long SHORTEST_DIAL_MS = 1_000;
  private static final long LONGEST_DIAL_MS = 600_000;

  /** Ten calls at a time, as many as there are free agents, whenever it runs. */
  private static final CampaignProfile EMPTY =
      new CampaignProfile(
          "",
          "",
          CampaignType.CALL,
          EndHandle.STOP,
          OwnedResource.NIL,
          "[]",
          CampaignResources.NONE,
          new CampaignPace(100, 10, Duration.ZERO, DialSchedule.ALWAYS));

  @Inject private FlowDocument flows;
  @Inject private Timestamps timestamps;

  public JsonObject of(Campaign campaign) {
    CampaignProfile profile = campaign.profile();
    CampaignResources resources = profile.resources();
    CampaignPace pace = profile.pace();
    return JSON.createObjectBuilder()
        .add("id", campaign.uuid().toString())
        .add("customer_id", campaign.customerId().toString())
        .add("type", profile.type().text())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("status", campaign.status().text())
        .add("service_level", pace.serviceLevel())
        .add("max_concurrent_calls", pace.maxConcurrentCalls())
        .add("dial_timeout", pace.dialTimeout().toMillis())
        .add("schedule", pace.schedule().json())
        .add("end_handle", profile.endHandle().text())
        .add("flow_id", profile.flowId().toString())
        .add("actions", JsonText.array(profile.actions()))
        .add("outplan_id", resources.outplanId().toString())
        .add("outdial_id", resources.outdialId().toString())
        .add("queue_id", resources.queueId().toString())
        .add("next_campaign_id", resources.nextCampaignId().toString())
        .add("tm_create", timestamps.text(campaign.createdAt()))
        .add("tm_update", timestamps.text(campaign.updatedAt()))
        .add("tm_delete", timestamps.text(campaign.deletedAt()))
        .build();
  }

  CampaignProfile newProfile(JsonFields fields) {
    return changed(EMPTY, fields);
  }

  /** Fields that are missing are as before. */
  CampaignProfile changed(CampaignProfile before, JsonFields fields) {
    return new CampaignProfile(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.has("type") ? type(fields) : before.type(),
        fields.has("end_handle") ? endHandle(fields) : before.endHandle(),
        id(fields, "flow_id", before.flowId()),
        fields.has("actions") ? actions(fields).toString() : before.actions(),
        resources(fields, before.resources()),
        pace(fields, before.pace()));
  }

  private JsonArray actions(JsonFields fields) {
    return flows.actions(fields);
  }

  private static CampaignResources resources(JsonFields fields, CampaignResources before) {
    return new CampaignResources(
        id(fields, "outplan_id", before.outplanId()),
        id(fields, "outdial_id", before.outdialId()),
        id(fields, "queue_id", before.queueId()),
        id(fields, "next_campaign_id", before.nextCampaignId()));
  }

  private static UUID id(JsonFields fields, String name, UUID before) {
    return fields.has(name) ? fields.uuid(name) : before;
  }

  private static CampaignPace pace(JsonFields fields, CampaignPace before) {
    return new CampaignPace(
        (int) fields.integer("service_level", before.serviceLevel(), 0, HIGHEST_LEVEL),
        (int) fields.integer("max_concurrent_calls", before.maxConcurrentCalls(), 1, MOST_CALLS),
        dialTimeout(fields, before.dialTimeout()),
        fields.has("schedule")
            ? DialScheduleReader.read(fields.object("schedule"))
            : before.schedule());
  }

  private static Duration dialTimeout(JsonFields fields, Duration before) {
    long given = fields.integer("dial_timeout", before.toMillis(), 0, LONGEST_DIAL_MS);
    if (given > 0 && given < SHORTEST_DIAL_MS) {
      throw fields.invalid(
          "dial_timeout",
          "is " + given + ": give at least " + SHORTEST_DIAL_MS + " ms, or 0 for the outplan's");
    }
    return Duration.ofMillis(given);
  }

  private static CampaignType type(JsonFields fields) {
    String text = fields.text("type");
    return CampaignType.of(text)
        .orElseThrow(() -> fields.invalid("type", "is \"" + text + "\": give call or flow"));
  }

  private static EndHandle endHandle(JsonFields fields) {
    String text = fields.text("end_handle");
    return EndHandle.of(text)
        .orElseThrow(
            () -> fields.invalid("end_handle", "is \"" + text + "\": give stop or continue"));
  }
}
