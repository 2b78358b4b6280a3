package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.queue.entity.Queue;

/** The repository of queues. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Queues {

  private static final String LIVE = LiveResources.select("Queue");

  @PersistenceContext private EntityManager entityManager;

  public void add(Queue queue) {
    entityManager.persist(queue);
  }

  public Optional<Queue> find(CustomerId customer, UUID id) {
    return entityManager
        .createQuery(LIVE + " and e.id = :id and e.customerId = :customer", Queue.class)
        .setParameter("id", id)
        .setParameter("customer", customer.value())
        .getResultStream()
        .findFirst();
  }

  /** The queue, its row locked until the commit, before those of calls and agents. */
  public Optional<Queue> lock(CustomerId customer, UUID id) {
    return lock(id).filter(queue -> queue.customerId().equals(customer));
  }

  /** The same, whosever it is. */
  Optional<Queue> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Queue.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(queue -> !queue.isDeleted());
  }

  public Optional<Queue> findByDirectHash(String hash) {
    return entityManager
        .createQuery(LIVE + " and e.directHash = :hash", Queue.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  public Page<Queue> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                LIVE + " and e.customerId = :customer" + NewestFirst.CONDITION, Queue.class)
            .setParameter("customer", customer.value()),
        request,
        queue -> new PagePosition(queue.createdAt(), Optional.of(queue.uuid())));
  }
}
