package org.tandemvoice.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.EventNames;
import org.tandemvoice.outbox.entity.OutboxCursor;
import org.tandemvoice.outbox.entity.OutboxEvent;

/** The repository of events in the one order that all nodes share. */
@ApplicationScoped
public class OutboxBatches {

  private static final String READ_ONLY = "eclipselink.read-only";

  @PersistenceContext private EntityManager entityManager;

  /** The right to make the next batch, until the commit; empty while another node has it. */
  Optional<OutboxCursor> claim() {
    List<?> free =
        entityManager
            .createNativeQuery(
                "select id, last_batch from outbox_cursor where id = 1 for update skip locked",
                OutboxCursor.class)
            .getResultList();
    return free.stream().map(OutboxCursor.class::cast).findFirst();
  }

  /** Committed events that are in no batch, sorted by position. */
  List<OutboxEvent> pending(int limit) {
    return events("e.batch = 0 order by e.position").setMaxResults(limit).getResultList();
  }

  boolean isPending() {
    return !entityManager
        .createQuery("select e.position from OutboxEvent e where e.batch = 0", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  void number(List<OutboxEvent> events, long batch) {
    entityManager
        .createQuery("update OutboxEvent e set e.batch = :batch where e.id in :ids")
        .setParameter("batch", batch)
        .setParameter("ids", StatementLists.padded(events.stream().map(OutboxEvent::id).toList()))
        .executeUpdate();
  }

  /** The number of the last batch that is committed. */
  public long last() {
    return entityManager
        .createQuery("select c.lastBatch from OutboxCursor c where c.id = :id", Long.class)
        .setParameter("id", OutboxCursor.ID)
        .getSingleResult();
  }

  /** The events of one batch, in order. */
  public List<OutboxEvent> of(long batch) {
    return events("e.batch = :batch order by e.position")
        .setParameter("batch", batch)
        .getResultList();
  }

  /** The customer's events behind a mark, in order. */
  public List<OutboxEvent> behind(CustomerId customer, EventMark mark, int limit) {
    return events(
            "e.customerId = :customer and (e.batch > :batch or e.batch = :batch and e.position > :position)"
                + " order by e.batch, e.position")
        .setParameter("customer", customer.value())
        .setParameter("batch", mark.batch())
        .setParameter("position", mark.position())
        .setMaxResults(limit)
        .getResultList();
  }

  /** Where the customer's event with this id is, under whichever name the id was seen. */
  public Optional<EventMark> mark(CustomerId customer, UUID seen) {
    return events("e.customerId = :customer and e.id in :ids")
        .setParameter("customer", customer.value())
        .setParameter("ids", EventNames.rows(seen))
        .getResultStream()
        .map(OutboxEvent::mark)
        .findFirst();
  }

  public Optional<OutboxEvent> find(UUID id) {
    return events("e.id = :id").setParameter("id", id).getResultStream().findFirst();
  }

  /** Deletes the oldest batches, as far as all their events are older than this; how many rows. */
  int deleteBefore(Instant limit, int most) {
    List<UUID> old =
        entityManager
            .createQuery(
                "select e.id, e.tmCreate from OutboxEvent e where e.batch > 0 order by e.batch, e.position",
                Object[].class)
            .setMaxResults(most)
            .getResultStream()
            .takeWhile(row -> ((Instant) row[1]).isBefore(limit))
            .map(row -> (UUID) row[0])
            .toList();
    return old.isEmpty()
        ? 0
        : entityManager
            .createQuery("delete from OutboxEvent e where e.id in :ids")
            .setParameter("ids", old)
            .executeUpdate();
  }

  private TypedQuery<OutboxEvent> events(String condition) {
    return entityManager
        .createQuery("select e from OutboxEvent e where " + condition, OutboxEvent.class)
        .setHint(READ_ONLY, true);
  }
}
