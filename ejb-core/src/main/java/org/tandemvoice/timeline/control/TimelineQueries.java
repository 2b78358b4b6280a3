package org.tandemvoice.timeline.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.time.control.Timestamps;

/** The events of one resource as a timeline. They are there as long as events are kept. */
@Stateless
public class TimelineQueries {

  @Inject private Outbox outbox;
  @Inject private Timestamps timestamps;

  /**
   * Oldest first: {@code timestamp}, {@code event_type}, {@code data}, and {@code id} and {@code
   * position}.
   *
   * @param after only those behind this position; 0 for all
   * @throws PlatformException {@code RESOURCE_NOT_FOUND} if the customer has no such resource
   */
  public List<JsonObject> events(CustomerId customer, UUID resource, long after, int limit) {
    List<OutboxEvent> events = outbox.of(customer, resource, after, limit);
    if (events.isEmpty() && outbox.of(customer, resource, 0, 1).isEmpty()) {
      throw unknown("there is no event of " + resource);
    }
    return events.stream().map(this::json).toList();
  }

  private JsonObject json(OutboxEvent event) {
    return Json.createObjectBuilder()
        .add("id", event.id().toString())
        .add("position", event.position())
        .add("timestamp", timestamps.text(event.createdAt()))
        .add("event_type", event.eventType())
        .add("data", JsonText.object(event.data()))
        .build();
  }

  /**
   * The resource as it was at this time.
   *
   * @throws PlatformException {@code RESOURCE_NOT_FOUND} if it was not there yet
   */
  public JsonObject state(CustomerId customer, UUID resource, Instant at) {
    return outbox
        .lastUpTo(customer, resource, at)
        .map(event -> JsonText.object(event.data()))
        .orElseThrow(() -> unknown(resource + " was not there at " + timestamps.text(at)));
  }

  private static PlatformException unknown(String message) {
    return new PlatformException(ErrorCode.RESOURCE_NOT_FOUND, message);
  }
}
