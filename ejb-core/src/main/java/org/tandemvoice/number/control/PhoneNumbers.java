package org.tandemvoice.number.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.number.entity.PhoneNumber;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of numbers. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class PhoneNumbers {

  private static final String LIVE =
      "select e from PhoneNumber e where e.tmDelete is null and exists"
          + " (select c.id from Customer c where c.id = e.customerId and c.tmDelete is null)";

  @PersistenceContext private EntityManager entityManager;

  /** Writes it at once, so that a number that is taken shows here. */
  public void add(PhoneNumber number) {
    entityManager.persist(number);
    entityManager.flush();
  }

  public Optional<PhoneNumber> find(CustomerId customer, UUID id) {
    return ofCustomer(" and e.id = :id", customer)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The customer's active number. */
  public Optional<PhoneNumber> findOwn(CustomerId customer, String e164) {
    return ofCustomer(" and e.liveE164 = :number", customer)
        .setParameter("number", e164)
        .getResultStream()
        .findFirst();
  }

  /** Which of these numbers anybody on this server owns. */
  public List<String> taken(List<String> e164) {
    return entityManager
        .createQuery(
            "select e.liveE164 from PhoneNumber e where e.liveE164 in :numbers", String.class)
        .setParameter("numbers", e164)
        .getResultList();
  }

  public Page<PhoneNumber> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        ofCustomer(NewestFirst.CONDITION, customer),
        request,
        number -> new PagePosition(number.createdAt(), Optional.of(number.uuid())));
  }

  private TypedQuery<PhoneNumber> ofCustomer(String condition, CustomerId customer) {
    return entityManager
        .createQuery(LIVE + " and e.customerId = :customer" + condition, PhoneNumber.class)
        .setParameter("customer", customer.value());
  }
}
