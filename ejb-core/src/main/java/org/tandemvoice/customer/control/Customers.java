package org.tandemvoice.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.CustomerStatus;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of customers. Deleted ones are not found. */
@ApplicationScoped
public class Customers {

  private static final String LIVE = "select e from Customer e where e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;

  public void add(Customer customer) {
    entityManager.persist(customer);
  }

  public Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(entityManager.find(Customer.class, id.value()))
        .filter(customer -> !customer.isDeleted());
  }

  /** To be changed: whoever else wants to change it waits for the end of this transaction. */
  public Optional<Customer> lock(CustomerId id) {
    return Optional.ofNullable(
            entityManager.find(Customer.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .filter(customer -> !customer.isDeleted());
  }

  /** All customers of the platform, for its administrators. */
  public Page<Customer> page(PageRequest request) {
    return NewestFirst.page(
        entityManager.createQuery(LIVE + NewestFirst.CONDITION, Customer.class),
        request,
        customer -> new PagePosition(customer.createdAt(), Optional.of(customer.id().value())));
  }

  /** Those that may not do all a customer may, and are not deleted. */
  Map<CustomerId, Standing> stopped() {
    return entityManager
        .createQuery("select c from Customer c where c.status in :stopped", Customer.class)
        .setParameter(
            "stopped",
            EnumSet.complementOf(EnumSet.of(CustomerStatus.ACTIVE, CustomerStatus.DELETED)))
        .getResultStream()
        .collect(
            Collectors.toUnmodifiableMap(
                Customer::id,
                customer ->
                    new Standing(customer.status(), customer.deletionScheduledAt().isPresent())));
  }

  /** Those whose calls are debugged, see {@link RtpDebug}. */
  public Set<CustomerId> rtpDebugged() {
    return entityManager
        .createQuery(LIVE + " and e.rtpDebug = true", Customer.class)
        .getResultStream()
        .map(Customer::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that wait to be deleted, and whose time has come. */
  public List<CustomerId> due(Instant now) {
    return entityManager
        .createQuery(
            "select c.id from Customer c where c.tmDeletionScheduled <= :now"
                + " and c.tmDelete is null order by c.tmDeletionScheduled",
            UUID.class)
        .setParameter("now", now)
        .getResultStream()
        .map(CustomerId::new)
        .toList();
  }

  /** Whether nobody, deleted customers included, has ever used this platform. */
  public boolean isEmpty() {
    return entityManager
        .createQuery("select c.id from Customer c", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
