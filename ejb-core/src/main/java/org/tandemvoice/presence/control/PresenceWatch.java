package org.tandemvoice.presence.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.ContactsChanged;
import org.tandemvoice.outbox.control.EventBatch;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * Notices what watchers may have to be told: at once what this node does, a few seconds later what
 * other nodes do and what expires.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/Presence", maxAsync = 1)
public class PresenceWatch {

  private static final Logger LOG = System.getLogger(PresenceWatch.class.getName());
  private static final long REVIEW_MS = 3_000;

  /** Changes that follow one another closely are told together. */
  private static final long GATHERING_MS = 30;

  private final Set<CustomerId> gathered = new HashSet<>();

  @Resource(lookup = "java:app/concurrent/Presence")
  private ManagedScheduledExecutorService executor;

  @Inject private PresencePublisher publisher;

  private Future<?> reviews;

  @PostConstruct
  void start() {
    reviews =
        executor.scheduleWithFixedDelay(
            () -> safely(publisher::review), REVIEW_MS, REVIEW_MS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    reviews.cancel(false);
  }

  public void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventBatch batch) {
    batch.events().stream()
        .filter(PresenceWatch::isVisible)
        .map(OutboxEvent::customerId)
        .forEach(this::gather);
  }

  private static boolean isVisible(OutboxEvent event) {
    return event.eventType().startsWith("call_") || event.eventType().startsWith("agent_");
  }

  public void registered(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ContactsChanged changed) {
    gather(changed.customer());
  }

  private void gather(CustomerId customer) {
    boolean isFirst;
    synchronized (gathered) {
      isFirst = gathered.isEmpty();
      gathered.add(customer);
    }
    if (isFirst) {
      executor.schedule(() -> safely(this::publish), GATHERING_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void publish() {
    Set<CustomerId> customers;
    synchronized (gathered) {
      customers = Set.copyOf(gathered);
      gathered.clear();
    }
    publisher.changed(customers);
  }

  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "watchers are told later: " + failure.getMessage());
    }
  }
}
