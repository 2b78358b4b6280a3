package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowContent;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** A flow as customers see it, and what they may write of it (contract, FlowManagerFlow). */
@ApplicationScoped
public class FlowDocument {

  private static final int LONGEST = 255;

  private ActionLists lists;
  private Timestamps timestamps;

  protected FlowDocument() {}

  @Inject
  public FlowDocument(ActionLists lists, Timestamps timestamps) {
    this.lists = lists;
    this.timestamps = timestamps;
  }

  public JsonObject of(Flow flow) {
    return JSON.createObjectBuilder()
        .add("id", flow.uuid().toString())
        .add("customer_id", flow.customerId().toString())
        .add("type", "flow")
        .add("name", flow.name())
        .add("detail", flow.detail())
        .add("actions", JsonText.array(flow.actions()))
        .add("direct_hash", flow.directHash())
        .add("on_complete_flow_id", flow.onCompleteFlowId().toString())
        .add("tm_create", timestamps.text(flow.createdAt()))
        .add("tm_update", timestamps.text(flow.updatedAt()))
        .add("tm_delete", timestamps.text(flow.deletedAt()))
        .build();
  }

  FlowContent newContent(JsonFields fields) {
    return changed(
        new FlowContent("", "", JsonValue.EMPTY_JSON_ARRAY.toString(), OwnedResource.NIL), fields);
  }

  /** Fields that are missing are as before. */
  FlowContent changed(FlowContent before, JsonFields fields) {
    UUID onComplete =
        fields.has("on_complete_flow_id")
            ? fields.uuid("on_complete_flow_id")
            : before.onCompleteFlowId();
    return new FlowContent(
        fields.textOr("name", before.name(), LONGEST),
        fields.textOr("detail", before.detail(), LONGEST),
        fields.has("actions") ? actions(fields).toString() : before.actions(),
        onComplete);
  }

  /** The actions a request brings; none if the field is missing. */
  public JsonArray actions(JsonFields fields) {
    if (!fields.has("actions")) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    fields.objects("actions");
    return lists.read(fields.json().getJsonArray("actions"), fields.path("actions"));
  }
}
