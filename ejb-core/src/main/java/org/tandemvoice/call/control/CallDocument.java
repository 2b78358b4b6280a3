package org.tandemvoice.call.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.HangupBy;
import org.tandemvoice.call.entity.HangupReason;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.time.control.Timestamps;

/** A call as customers see it, in the API and in events alike (inventory section 8). */
@ApplicationScoped
public class CallDocument {

  private static final String NIL = OwnedResource.NIL.toString();
  private static final UUID START = new UUID(0, 1);

  private Timestamps timestamps;

  protected CallDocument() {}

  @Inject
  public CallDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Call call) {
    JsonArrayBuilder chained = JSON.createArrayBuilder();
    call.chained().forEach(id -> chained.add(id.toString()));
    JsonArrayBuilder recordings = JSON.createArrayBuilder();
    call.recordings().all().forEach(id -> recordings.add(id.toString()));
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", call.id().toString())
            .add("customer_id", call.customerId().toString())
            .add("owner_type", call.membership().owner().isPresent() ? "agent" : "")
            .add("owner_id", call.membership().owner().map(UUID::toString).orElse(NIL))
            .add("flow_id", call.flowId().toString())
            .add("activeflow_id", call.activeflowId().toString())
            .add("type", type(call))
            .add("master_call_id", call.master().map(CallId::toString).orElse(NIL))
            .add("chained_call_ids", chained)
            .add("recording_id", call.recordings().running().toString())
            .add("recording_ids", recordings)
            .add("groupcall_id", call.membership().groupcall().map(UUID::toString).orElse(NIL))
            .add("source", AddressColumn.json(call.source()))
            .add("destination", AddressColumn.json(call.destination()))
            .add("status", call.status().text())
            .add("action", action(call))
            .add("direction", call.direction().text())
            .add("hold", call.isOnHold())
            .add("mute_direction", call.muteState().text())
            .add("hangup_by", call.hangupBy().map(HangupBy::text).orElse(""))
            .add("hangup_reason", call.hangupReason().map(HangupReason::text).orElse(""))
            .add("metadata", JsonText.object(call.metadata()));
    addMetrics(json, call);
    return addTimes(json, call).build();
  }

  /** A caller of a conference itself comes by no flow (contract section 14). */
  private static String type(Call call) {
    boolean isInvited = call.direction() == CallDirection.INCOMING;
    return isInvited && call.destination().type().equals("conference") ? "conference" : "flow";
  }

  private static JsonObject action(Call call) {
    if (call.action().isEmpty()) {
      return JSON.createObjectBuilder().add("id", START.toString()).add("type", "").build();
    }
    return JsonText.object(call.action());
  }

  /** Durations in whole seconds, and what was measured on the media, once the call is over. */
  private static void addMetrics(JsonObjectBuilder json, Call call) {
    call.hungUpAt()
        .ifPresent(
            end -> {
              Optional<Instant> ringEnd = Optional.of(call.progressingAt().orElse(end));
              json.add("duration", seconds(Optional.of(call.createdAt()), Optional.of(end)));
              json.add("ringing_duration", seconds(call.ringingAt(), ringEnd));
              json.add("talk_duration", seconds(call.progressingAt(), Optional.of(end)));
            });
    if (!call.media().isEmpty()) {
      JsonText.object(call.media()).forEach(json::add);
    }
  }

  private static long seconds(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(start -> to.map(end -> Duration.between(start, end).toSeconds()))
        .orElse(0L);
  }

  private JsonObjectBuilder addTimes(JsonObjectBuilder json, Call call) {
    return json.add("tm_create", timestamps.text(call.createdAt()))
        .add("tm_update", timestamps.text(call.updatedAt()))
        .add("tm_ringing", timestamps.text(call.ringingAt()))
        .add("tm_progressing", timestamps.text(call.progressingAt()))
        .add("tm_hangup", timestamps.text(call.hungUpAt()))
        .add("tm_delete", timestamps.text(call.deletedAt()));
  }
}
