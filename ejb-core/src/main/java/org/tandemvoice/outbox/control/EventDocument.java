package org.tandemvoice.outbox.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.time.control.Timestamps;

/**
 * An event as the API lists it: {@code timestamp}, {@code event_type}, {@code data} (contract
 * section 17), and {@code id} and {@code position}.
 */
@ApplicationScoped
public class EventDocument {

  @Inject private Timestamps timestamps;

  public JsonObject of(OutboxEvent event) {
    return JSON.createObjectBuilder()
        .add("id", event.id().toString())
        .add("position", event.position())
        .add("timestamp", timestamps.text(event.createdAt()))
        .add("event_type", event.eventType())
        .add("data", JsonText.object(event.data()))
        .build();
  }
}
