package org.tandemvoice.webhook.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tandemvoice.outbox.control.RelayTick;

/**
 * Holds what this node has to deliver, an {@link Endpoint} for each webhook. Memory is bounded:
 * what does not fit stays in the database and comes in order when there is room. All that adds
 * deliveries runs on the relay's turn or tick, one at a time.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/WebhookRequests", maxAsync = 32)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/WebhookTimers", maxAsync = 4)
public class WebhookDispatcher {

  @Resource(lookup = "java:app/concurrent/WebhookRequests", type = ManagedExecutorService.class)
  private Executor requests;

  @Resource(lookup = "java:app/concurrent/WebhookTimers")
  private ManagedScheduledExecutorService timers;

  @Inject private WebhookAttempts attempts;
  @Inject private DeliveryBooks books;
  @Inject private Clock clock;

  private final Map<UUID, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Set<UUID> behind = ConcurrentHashMap.newKeySet();
  private volatile boolean isHanded;
  private volatile boolean isShared;

  /** To be called at start-up. */
  void prepare() {
    attempts.prepare();
    lookInDatabase();
  }

  /** Whether other nodes use this database, now or before. */
  boolean isShared() {
    return isShared;
  }

  void shared(boolean with) {
    isShared = with;
  }

  /** Whether a further delivery has to wait in the database; then all behind it have to as well. */
  boolean isFull(UUID webhook) {
    Endpoint endpoint = endpoints.get(webhook);
    boolean isFull = behind.contains(webhook) || endpoint != null && endpoint.room() == 0;
    if (isFull) {
      behind.add(webhook);
    }
    return isFull;
  }

  void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesPlanned plan) {
    plan.tickets().stream().collect(Collectors.groupingBy(Ticket::webhook)).forEach(this::offer);
  }

  void handed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesHanded fact) {
    lookInDatabase();
  }

  /** At the next tick. */
  void lookInDatabase() {
    isHanded = true;
  }

  void tick(@Observes RelayTick tick) {
    if (isHanded) {
      isHanded = false;
      behind.addAll(books.waitingWebhooks());
    }
    behind.forEach(this::catchUp);
    endpoints.values().removeIf(endpoint -> endpoint.queued() == 0);
  }

  private void catchUp(UUID webhook) {
    Endpoint known = endpoints.get(webhook);
    int room = known == null ? Endpoint.CAPACITY : known.room();
    if (room == 0) {
      return;
    }
    List<Ticket> tickets = books.take(webhook, room);
    if (tickets.size() < room) {
      behind.remove(webhook);
    }
    offer(webhook, tickets);
  }

  private void offer(UUID webhook, List<Ticket> tickets) {
    endpoints.computeIfAbsent(webhook, this::endpoint).offer(tickets, clock.instant());
  }

  private Endpoint endpoint(UUID webhook) {
    return new Endpoint(
        attempts::begin,
        requests,
        (delay, work) -> timers.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Deliveries in memory. */
  int queued() {
    return endpoints.values().stream().mapToInt(Endpoint::queued).sum();
  }
}
