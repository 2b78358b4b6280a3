package org.tandemvoice.webhook.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.webhook.entity.WebhookDelivery;

/** A delivery as customers see it (inventory section 25, C-42). */
@ApplicationScoped
public class DeliveryDocument {

  private Timestamps timestamps;

  protected DeliveryDocument() {}

  @Inject
  public DeliveryDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(WebhookDelivery delivery) {
    return JSON.createObjectBuilder()
        .add("id", delivery.id().toString())
        .add("webhook_id", delivery.webhookId().toString())
        .add("event_id", delivery.sentId().toString())
        .add("event_type", delivery.eventType())
        .add("resource_id", delivery.resourceId().toString())
        .add("status", delivery.status().text())
        .add("http_code", delivery.httpCode())
        .add("attempts", delivery.attempts())
        .add("last_attempt", timestamps.text(delivery.lastAttemptAt()))
        .add("error", delivery.error())
        .add("tm_create", timestamps.text(delivery.createdAt()))
        .build();
  }
}
