package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.campaign.entity.OutdialProfile;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** An outdial as the API reads and writes it (contract, OutdialManagerOutdial). */
@ApplicationScoped
public class OutdialDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int DATA_LENGTH = 8_000;

  @Inject private Timestamps timestamps;

  public JsonObject of(Outdial outdial) {
    OutdialProfile profile = outdial.profile();
    return JSON.createObjectBuilder()
        .add("id", outdial.uuid().toString())
        .add("customer_id", outdial.customerId().toString())
        .add("campaign_id", outdial.campaignId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("data", profile.data())
        .add("tm_create", timestamps.text(outdial.createdAt()))
        .add("tm_update", timestamps.text(outdial.updatedAt()))
        .add("tm_delete", timestamps.text(outdial.deletedAt()))
        .build();
  }

  OutdialProfile newProfile(JsonFields fields) {
    return changed(new OutdialProfile("", "", ""), fields);
  }

  /** Fields that are missing are as before. */
  OutdialProfile changed(OutdialProfile before, JsonFields fields) {
    return new OutdialProfile(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.textOr("data", before.data(), DATA_LENGTH));
  }
}
