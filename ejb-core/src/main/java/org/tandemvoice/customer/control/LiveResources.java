package org.tandemvoice.customer.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/**
 * What repositories of a customer's resources do in the same way. Neither deleted ones are found
 * nor those of a deleted customer.
 */
public final class LiveResources<T extends OwnedResource> {

  private final Class<T> type;
  private final String select;

  public LiveResources(Class<T> type) {
    this.type = type;
    this.select =
        "select e from "
            + type.getSimpleName()
            + " e, Customer c where e.tmDelete is null and c.id = e.customerId"
            + " and c.tmDelete is null";
  }

  /**
   * Those of all customers, as {@code e}, with a further JPQL condition. It joins, for with a
   * subquery in it EclipseLink writes every parameter into the text, and no two calls would be the
   * same statement to the database.
   */
  public TypedQuery<T> query(EntityManager entityManager, String condition) {
    return entityManager.createQuery(select + condition, type);
  }

  public TypedQuery<T> ofCustomer(
      EntityManager entityManager, CustomerId customer, String condition) {
    return query(entityManager, " and e.customerId = :customer" + condition)
        .setParameter("customer", customer.value());
  }

  public Optional<T> find(EntityManager entityManager, CustomerId customer, UUID id) {
    return ofCustomer(entityManager, customer, " and e.id = :id")
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The same, its row locked until the commit: it is changed by one request at a time. */
  public Optional<T> lock(EntityManager entityManager, CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(type, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  public Page<T> page(EntityManager entityManager, CustomerId customer, PageRequest request) {
    return page(ofCustomer(entityManager, customer, NewestFirst.CONDITION), request);
  }

  /** Of a query that ends in {@link NewestFirst#CONDITION}. */
  public Page<T> page(TypedQuery<T> query, PageRequest request) {
    return NewestFirst.page(
        query, request, found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
