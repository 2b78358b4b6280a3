package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of outplans. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Outplans {

  private static final String LIVE = LiveResources.select("Outplan");

  @PersistenceContext private EntityManager entityManager;

  public void add(Outplan added) {
    entityManager.persist(added);
  }

  public Optional<Outplan> find(CustomerId customer, UUID id) {
    return entityManager
        .createQuery(LIVE + " and e.id = :id and e.customerId = :customer", Outplan.class)
        .setParameter("id", id)
        .setParameter("customer", customer.value())
        .getResultStream()
        .findFirst();
  }

  /** The same, its row locked until the commit. */
  public Optional<Outplan> lock(CustomerId customer, UUID id) {
    return Optional.ofNullable(
            entityManager.find(Outplan.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  public Page<Outplan> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                LIVE + " and e.customerId = :customer" + NewestFirst.CONDITION, Outplan.class)
            .setParameter("customer", customer.value()),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
