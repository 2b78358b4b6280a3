package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.outbox.control.EventBatch;
import org.tandemvoice.outbox.entity.EventNames;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookDelivery;
import org.tandemvoice.webhook.entity.WebhookKind;

/**
 * Writes down who is to be told of an event, in the transaction that gives the event its place. The
 * node that plans a delivery carries it out, unless an earlier one of the same resource waits at
 * another node: then that one does, to keep the order.
 */
@ApplicationScoped
public class DeliveryPlanner {

  private static final Pattern ACTIVEFLOW =
      Pattern.compile("\"activeflow_id\":\"([0-9a-f]{8}-[0-9a-f-]{27})\"");

  @Inject private Webhooks webhooks;
  @Inject private WebhookDeliveries deliveries;
  @Inject private WebhookDispatcher dispatcher;
  @Inject private Event<DeliveriesPlanned> planned;
  @Inject private Node node;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  void plan(@Observes EventBatch batch) {
    Map<UUID, List<Webhook>> listening = listening(batch.events());
    if (listening.isEmpty()) {
      return;
    }
    Map<List<UUID>, String> elsewhere = elsewhere(batch.events());
    List<Ticket> tickets = new ArrayList<>();
    for (OutboxEvent event : batch.events()) {
      for (Webhook webhook : listening.getOrDefault(event.customerId().value(), List.of())) {
        if (concerns(webhook, event)) {
          tickets.addAll(plan(webhook, event, batch.number(), elsewhere));
        }
      }
    }
    planned.fire(new DeliveriesPlanned(tickets));
  }

  private Map<UUID, List<Webhook>> listening(List<OutboxEvent> events) {
    Set<UUID> customers = new HashSet<>();
    Set<UUID> activeflows = new HashSet<>();
    for (OutboxEvent event : events) {
      customers.add(event.customerId().value());
      activeflow(event).ifPresent(activeflows::add);
    }
    return webhooks.listening(customers, activeflows).stream()
        .collect(Collectors.groupingBy(webhook -> webhook.customerId().value()));
  }

  private static Optional<UUID> activeflow(OutboxEvent event) {
    if (event.resourceType().equals("activeflow")) {
      return Optional.of(event.resourceId());
    }
    Matcher found = ACTIVEFLOW.matcher(event.data());
    return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
  }

  private static boolean concerns(Webhook webhook, OutboxEvent event) {
    return webhook.kind() != WebhookKind.ACTIVEFLOW
        || activeflow(event).filter(webhook.uuid()::equals).isPresent();
  }

  /** Which node has to go on with a resource, by webhook and resource. */
  private Map<List<UUID>, String> elsewhere(List<OutboxEvent> events) {
    if (!dispatcher.isShared()) {
      return Map.of();
    }
    Map<List<UUID>, String> nodes = new HashMap<>();
    Set<UUID> resources = events.stream().map(OutboxEvent::resourceId).collect(Collectors.toSet());
    deliveries
        .elsewhere(node.id(), resources)
        .forEach(
            delivery ->
                nodes.put(List.of(delivery.webhookId(), delivery.resourceId()), delivery.nodeId()));
    return nodes;
  }

  private List<Ticket> plan(
      Webhook webhook, OutboxEvent event, long batch, Map<List<UUID>, String> elsewhere) {
    List<Ticket> tickets = new ArrayList<>();
    String other = elsewhere.getOrDefault(List.of(webhook.uuid(), event.resourceId()), "");
    Set<String> filter = Set.copyOf(webhook.profile().events());
    for (String name : EventNames.wanted(event.eventType(), filter)) {
      WebhookDelivery delivery =
          new WebhookDelivery(ids.next(), webhook.uuid(), event, batch, name, clock.instant());
      if (!other.isEmpty()) {
        delivery.hand(other);
      } else if (dispatcher.isFull(webhook.uuid())) {
        delivery.hand(node.id());
      } else {
        delivery.take(node.id());
        tickets.add(Ticket.of(delivery, event));
      }
      deliveries.add(delivery);
    }
    return tickets;
  }
}
