package org.tandemvoice.webhook.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.outbox.control.OutboxBatches;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.webhook.entity.DeliveryStatus;
import org.tandemvoice.webhook.entity.WebhookDelivery;

/** Shows customers what came of their events, and sends one again. */
@Stateless
public class DeliveryManager {

  @Inject private Webhooks webhooks;
  @Inject private WebhookDeliveries deliveries;
  @Inject private OutboxBatches events;
  @Inject private Event<DeliveriesHanded> handed;
  @Inject private Node node;
  @Inject private Clock clock;

  /**
   * @param status only those; empty for all
   */
  public Page<WebhookDelivery> list(
      CustomerId customer, UUID webhook, Optional<DeliveryStatus> status, PageRequest request) {
    requireWebhook(customer, webhook);
    return deliveries.page(webhook, status, request);
  }

  /**
   * Sends the event once more, with the same id, as if it were new.
   *
   * @throws PlatformException {@code WEBHOOK_DELIVERY_STATE_INVALID} while it is being delivered
   *     and when the event is forgotten
   */
  public WebhookDelivery redeliver(CustomerId customer, UUID webhook, UUID id) {
    requireWebhook(customer, webhook);
    WebhookDelivery delivery =
        deliveries
            .lock(customer, webhook, id)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.WEBHOOK_DELIVERY_NOT_FOUND, "there is no delivery " + id));
    if (delivery.status() == DeliveryStatus.PENDING) {
      throw invalid("delivery " + id + " is being delivered: wait until it is over");
    }
    if (events.find(delivery.eventId()).isEmpty()) {
      throw invalid("the event of delivery " + id + " is past its retention");
    }
    delivery.again(clock.instant());
    delivery.hand(node.id());
    handed.fire(new DeliveriesHanded());
    return delivery;
  }

  private void requireWebhook(CustomerId customer, UUID id) {
    if (webhooks.find(customer, id).isEmpty()) {
      throw new PlatformException(ErrorCode.WEBHOOK_NOT_FOUND, "there is no webhook " + id);
    }
  }

  private static PlatformException invalid(String message) {
    return new PlatformException(ErrorCode.WEBHOOK_DELIVERY_STATE_INVALID, message);
  }
}
