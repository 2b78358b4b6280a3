package org.tandemvoice.groupcall.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.time.control.Timestamps;

/** A groupcall as customers see it (seed 003, contract CallManagerGroupcall). */
@ApplicationScoped
public class GroupcallDocument {

  private static final String NIL = OwnedResource.NIL.toString();

  private Timestamps timestamps;

  protected GroupcallDocument() {}

  @Inject
  public GroupcallDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Groupcall group) {
    JsonArrayBuilder destinations = JSON.createArrayBuilder();
    group.destinations().forEach(destination -> destinations.add(destination.shown()));
    JsonArrayBuilder callIds = JSON.createArrayBuilder();
    group.calls().forEach(id -> callIds.add(id.toString()));
    JsonArrayBuilder groupcallIds = JSON.createArrayBuilder();
    group.groupcalls().forEach(id -> groupcallIds.add(id.toString()));
    return JSON.createObjectBuilder()
        .add("id", group.uuid().toString())
        .add("customer_id", group.customerId().toString())
        .add("owner_type", group.owner().isPresent() ? "agent" : "")
        .add("owner_id", group.owner().map(UUID::toString).orElse(NIL))
        .add("status", group.status().text())
        .add("flow_id", group.flowId().toString())
        .add("source", AddressColumn.json(group.source()))
        .add("destinations", destinations)
        .add("master_call_id", group.masterCall().map(CallId::toString).orElse(NIL))
        .add("master_groupcall_id", group.master().map(UUID::toString).orElse(NIL))
        .add("ring_method", group.order().text())
        .add("answer_method", group.answerMethod().text())
        .add("dial_timeout", group.dialTimeout().toMillis())
        .add("answer_call_id", group.answerCallId().toString())
        .add("call_ids", callIds)
        .add("answer_groupcall_id", group.answerGroupcallId().toString())
        .add("groupcall_ids", groupcallIds)
        .add("call_count", group.callCount())
        .add("groupcall_count", group.groupcallCount())
        .add("dial_index", Math.max(0, group.dialIndex()))
        .add("tm_create", timestamps.text(group.createdAt()))
        .add("tm_update", timestamps.text(group.updatedAt()))
        .add("tm_delete", timestamps.text(group.deletedAt()))
        .build();
  }
}
