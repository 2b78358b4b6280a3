package org.tandemvoice.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.transaction.control.TransactionKeep;

/**
 * The repository of public events. A row is committed together with the change it tells of, or not
 * at all.
 */
@ApplicationScoped
public class Outbox {

  private static final String UPDATED = "_updated";

  @PersistenceContext private EntityManager entityManager;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;
  @Inject private TransactionKeep keep;
  @Inject private Event<RecordedEvents> begun;

  /**
   * Writes an event of this type with the resource as it is now. That a resource was updated needs
   * no event of its own if this transaction has told of the same resource already: what was told
   * becomes the resource as it is now.
   */
  public void record(EventSubject subject, String eventType, JsonObject resource) {
    RecordedEvents recorded = keep.get(RecordedEvents.class, this::begin);
    Optional<OutboxEvent> told =
        eventType.equals(subject.resourceType() + UPDATED)
            ? recorded.latest(subject)
            : Optional.empty();
    if (told.isPresent()) {
      told.get().amend(resource.toString());
    } else {
      OutboxEvent event =
          new OutboxEvent(
              ids.next(), ids.position(), subject, eventType, resource.toString(), clock.instant());
      entityManager.persist(event);
      recorded.add(subject, event);
    }
  }

  private RecordedEvents begin() {
    RecordedEvents recorded = new RecordedEvents();
    begun.fire(recorded);
    return recorded;
  }

  /**
   * The customer's events of one resource, oldest first.
   *
   * @param after only those behind this position; 0 for all
   * @param limit the most to return
   */
  public List<OutboxEvent> of(CustomerId customer, UUID resource, long after, int limit) {
    return of(customer, Set.of(resource), after, limit);
  }

  /** The same of several resources, in one order. */
  public List<OutboxEvent> of(CustomerId customer, Set<UUID> resources, long after, int limit) {
    return entityManager
        .createQuery(
            "select e from OutboxEvent e where e.customerId = :customer"
                + " and e.resourceId in :resources and e.position > :after order by e.position",
            OutboxEvent.class)
        .setParameter("customer", customer.value())
        .setParameter("resources", resources)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The customer's resource as its last event up to this time shows it. */
  public Optional<JsonObject> stateAt(CustomerId customer, UUID resource, Instant at) {
    return entityManager
        .createQuery(
            "select e from OutboxEvent e where e.customerId = :customer and e.resourceId = :resource"
                + " and e.tmCreate <= :at order by e.position desc",
            OutboxEvent.class)
        .setParameter("customer", customer.value())
        .setParameter("resource", resource)
        .setParameter("at", at)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(event -> JsonText.object(event.data()));
  }
}
