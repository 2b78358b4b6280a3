package org.tandemvoice.webhook.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.webhook.entity.WebhookDelivery;

/**
 * A delivery that this node carries out now.
 *
 * @param sentId the id of the event under the name it is sent by
 * @param eventAt when it happened
 * @param createdAt when the delivery was planned
 * @param attempts how many there were
 * @param earliest not before this time
 * @param data the resource; empty if it is to be read from the event's row
 */
record Ticket(
    UUID delivery,
    UUID webhook,
    UUID resource,
    UUID event,
    UUID sentId,
    String eventType,
    Instant eventAt,
    Instant createdAt,
    int attempts,
    Instant earliest,
    Optional<String> data) {

  static Ticket of(WebhookDelivery delivery, OutboxEvent event) {
    return of(delivery, Optional.of(event.data()));
  }

  static Ticket of(WebhookDelivery delivery) {
    return of(delivery, Optional.empty());
  }

  private static Ticket of(WebhookDelivery delivery, Optional<String> data) {
    return new Ticket(
        delivery.id(),
        delivery.webhookId(),
        delivery.resourceId(),
        delivery.eventId(),
        delivery.sentId(),
        delivery.eventType(),
        delivery.eventAt(),
        delivery.createdAt(),
        delivery.attempts(),
        delivery.nextAt(),
        data);
  }

  /** The same after one more attempt. */
  Ticket after(int count, Instant next) {
    return new Ticket(
        delivery,
        webhook,
        resource,
        event,
        sentId,
        eventType,
        eventAt,
        createdAt,
        count,
        next,
        Optional.empty());
  }
}
