package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of outdials. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Outdials {

  private static final String LIVE = LiveResources.select("Outdial");

  @PersistenceContext private EntityManager entityManager;

  public void add(Outdial added) {
    entityManager.persist(added);
  }

  public Optional<Outdial> find(CustomerId customer, UUID id) {
    return entityManager
        .createQuery(LIVE + " and e.id = :id and e.customerId = :customer", Outdial.class)
        .setParameter("id", id)
        .setParameter("customer", customer.value())
        .getResultStream()
        .findFirst();
  }

  /** The same, its row locked until the commit. */
  public Optional<Outdial> lock(CustomerId customer, UUID id) {
    return Optional.ofNullable(
            entityManager.find(Outdial.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  public Page<Outdial> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                LIVE + " and e.customerId = :customer" + NewestFirst.CONDITION, Outdial.class)
            .setParameter("customer", customer.value()),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
