package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of flows. */
@ApplicationScoped
public class Flows {

  @PersistenceContext private EntityManager entityManager;

  public void add(Flow flow) {
    entityManager.persist(flow);
  }

  /** The customer's flow; empty for another customer's and for a deleted one. */
  public Optional<Flow> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Flow.class, id))
        .filter(flow -> flow.customerId().equals(customer) && !flow.isDeleted());
  }

  /** A flow that is not deleted, of a customer that is not. */
  public Optional<Flow> findByDirectHash(String hash) {
    return new LiveResources<>(Flow.class)
        .query(entityManager, " and e.directHash = :hash")
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** The flow, its row locked until the commit: a flow is changed by one request at a time. */
  public Optional<Flow> lock(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Flow.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(flow -> flow.customerId().equals(customer) && !flow.isDeleted());
  }

  /** The customer's flows without the temporary ones, newest first. */
  public Page<Flow> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Flow e where e.customerId = :customer and e.tmDelete is null"
                    + " and e.temporary = false"
                    + NewestFirst.CONDITION,
                Flow.class)
            .setParameter("customer", customer.value()),
        request,
        flow -> new PagePosition(flow.createdAt(), Optional.of(flow.uuid())));
  }
}
