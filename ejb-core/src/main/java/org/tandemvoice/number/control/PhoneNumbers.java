package org.tandemvoice.number.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.number.entity.PhoneNumber;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of numbers. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class PhoneNumbers {

  private static final LiveResources<PhoneNumber> LIVE = new LiveResources<>(PhoneNumber.class);

  @PersistenceContext private EntityManager entityManager;

  /**
   * Writes it at once, so that a number that is taken shows here.
   *
   * @throws PlatformException {@code NUMBER_ALREADY_EXISTS}
   */
  public void add(PhoneNumber number) {
    try {
      entityManager.persist(number);
      entityManager.flush();
    } catch (PersistenceException failure) {
      throw Collision.causes(failure) ? owned(number.e164()) : failure;
    }
  }

  static PlatformException owned(String e164) {
    return new PlatformException(
        ErrorCode.NUMBER_ALREADY_EXISTS,
        e164 + " is owned already: choose another one, see GET /available_numbers");
  }

  /** The number, its row locked until the commit: it is changed by one request at a time. */
  public Optional<PhoneNumber> lock(CustomerId customer, UUID id) {
    return LIVE.lock(entityManager, customer, id);
  }

  public Optional<PhoneNumber> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
  }

  /** The customer's active number. */
  public Optional<PhoneNumber> findOwn(CustomerId customer, String e164) {
    return LIVE.ofCustomer(entityManager, customer, " and e.liveE164 = :number")
        .setParameter("number", e164)
        .getResultStream()
        .findFirst();
  }

  /** The active numbers whose calls are debugged, and their owners. */
  public Map<String, CustomerId> rtpDebugged() {
    return LIVE.query(entityManager, " and e.rtpDebug = true and e.liveE164 is not null")
        .getResultStream()
        .collect(Collectors.toUnmodifiableMap(PhoneNumber::e164, PhoneNumber::customerId));
  }

  /** The active number, whoever owns it. */
  public Optional<PhoneNumber> find(String e164) {
    return LIVE.query(entityManager, " and e.liveE164 = :number")
        .setParameter("number", e164)
        .getResultStream()
        .findFirst();
  }

  /** Those of a customer, also of one that was deleted. */
  List<PhoneNumber> of(CustomerId customer) {
    return entityManager
        .createQuery(
            "select e from PhoneNumber e where e.customerId = :customer and e.tmDelete is null",
            PhoneNumber.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  /** Ids of those whose term ends before that time, the oldest first. */
  List<UUID> endingBefore(Instant time) {
    return entityManager
        .createQuery(
            "select e.id from PhoneNumber e, Customer c where e.tmDelete is null"
                + " and c.id = e.customerId and c.tmDelete is null and e.tmRenew < :time"
                + " order by e.tmRenew, e.id",
            UUID.class)
        .setParameter("time", time)
        .getResultList();
  }

  /** Whoever owns it; its row locked until the commit. */
  Optional<PhoneNumber> lock(UUID id) {
    return Optional.ofNullable(
            entityManager.find(PhoneNumber.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(number -> !number.isDeleted());
  }

  /** The number the customer has owned for longest. */
  public Optional<PhoneNumber> oldest(CustomerId customer) {
    return LIVE.ofCustomer(entityManager, customer, " order by e.tmCreate, e.id")
        .setMaxResults(1)
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
    return LIVE.page(entityManager, customer, request);
  }
}
