package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.queue.entity.Queue;

/** The repository of queues. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Queues {

  private static final LiveResources<Queue> LIVE = new LiveResources<>(Queue.class);

  @PersistenceContext private EntityManager entityManager;

  public void add(Queue queue) {
    entityManager.persist(queue);
  }

  public Optional<Queue> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
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
    return LIVE.query(entityManager, " and e.directHash = :hash")
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  public Page<Queue> page(CustomerId customer, PageRequest request) {
    return LIVE.page(entityManager, customer, request);
  }
}
