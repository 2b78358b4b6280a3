package org.tandemvoice.webhook.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.node.control.Nodes;
import org.tandemvoice.outbox.control.OutboxBatches;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.webhook.entity.Attempt;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookDelivery;

/** What the dispatcher reads and writes, each in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryBooks {

  @Inject private Webhooks webhooks;
  @Inject private WebhookDeliveries deliveries;
  @Inject private WebhookSecrets secrets;
  @Inject private OutboxBatches events;
  @Inject private Node node;
  @Inject private Nodes nodes;

  /** Empty if the webhook is deleted or switched off. */
  public Optional<WebhookTarget> target(UUID webhook) {
    return webhooks
        .find(webhook)
        .filter(Webhook::isActive)
        .map(
            found ->
                new WebhookTarget(
                    found.profile(), secrets.open(found.uuid(), found.sealedSecret())));
  }

  /** The resource of an event; empty past its retention. */
  public Optional<String> data(UUID event) {
    return events.find(event).map(OutboxEvent::data);
  }

  /** Writes down attempts by the ids of their deliveries, in the order they were made. */
  public void write(Map<UUID, List<Attempt>> attempts) {
    for (WebhookDelivery delivery : deliveries.of(attempts.keySet())) {
      attempts.get(delivery.id()).forEach(delivery::attempted);
    }
  }

  public List<UUID> waitingWebhooks() {
    return deliveries.waitingWebhooks(node.id());
  }

  /** Takes deliveries of a webhook from the database into memory, in order. */
  public List<Ticket> take(UUID webhook, int limit) {
    List<WebhookDelivery> waiting = deliveries.waiting(node.id(), webhook, limit);
    waiting.forEach(delivery -> delivery.take(node.id()));
    return waiting.stream().map(Ticket::of).toList();
  }

  /** What an earlier process of this node had in memory is found in the database from now on. */
  public int recover() {
    return deliveries.hand(node.id(), node.id());
  }

  /** Takes over from a node that is silent since; how many. */
  public int adopt(String silent, Instant since) {
    return nodes
        .lockIfSilent(silent, since)
        .map(dead -> deliveries.hand(dead.id(), node.id()))
        .orElse(0);
  }

  public int deleteBefore(Instant limit, int most) {
    return deliveries.deleteBefore(limit, most);
  }
}
