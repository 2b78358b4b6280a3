package org.tandemvoice.trunk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.trunk.entity.Trunk;
import org.tandemvoice.trunk.entity.TrunkCall;

/** The repository of trunks. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class Trunks {

  private static final String LIVE =
      "select e from Trunk e where e.tmDelete is null and exists"
          + " (select c.id from Customer c where c.id = e.customerId and c.tmDelete is null)";

  @PersistenceContext private EntityManager entityManager;

  /**
   * Writes it at once, so that a domain name that is taken shows here.
   *
   * @throws PlatformException {@code TRUNK_ALREADY_EXISTS}
   */
  public void add(Trunk trunk) {
    try {
      entityManager.persist(trunk);
      entityManager.flush();
    } catch (PersistenceException failure) {
      throw Collision.causes(failure) ? taken(trunk.domainName()) : failure;
    }
  }

  static PlatformException taken(String domainName) {
    return new PlatformException(
        ErrorCode.TRUNK_ALREADY_EXISTS,
        "the domain name \"" + domainName + "\" is taken: choose another one");
  }

  public Optional<Trunk> find(CustomerId customer, UUID id) {
    return ofCustomer(" and e.id = :id", customer)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The trunk, its row locked until the commit: it is changed by one request at a time. */
  public Optional<Trunk> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Trunk.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> !found.isDeleted());
  }

  public Optional<Trunk> findByDomainName(String domainName) {
    return entityManager
        .createQuery(LIVE + " and e.liveDomainName = :name", Trunk.class)
        .setParameter("name", domainName)
        .getResultStream()
        .findFirst();
  }

  /** Those of a customer, also of one that was deleted. */
  List<Trunk> of(CustomerId customer) {
    return entityManager
        .createQuery(
            "select e from Trunk e where e.customerId = :customer and e.tmDelete is null",
            Trunk.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  public Page<Trunk> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        ofCustomer(NewestFirst.CONDITION, customer),
        request,
        trunk -> new PagePosition(trunk.createdAt(), Optional.of(trunk.uuid())));
  }

  private TypedQuery<Trunk> ofCustomer(String condition, CustomerId customer) {
    return entityManager
        .createQuery(LIVE + " and e.customerId = :customer" + condition, Trunk.class)
        .setParameter("customer", customer.value());
  }

  /** How many calls came by the trunk and are not over. */
  public long calls(UUID trunk) {
    return entityManager
        .createQuery(
            "select count(t) from TrunkCall t, Call c"
                + " where t.trunkId = :trunk and c.id = t.callId and c.status <> :over",
            Long.class)
        .setParameter("trunk", trunk)
        .setParameter("over", CallStatus.HANGUP)
        .getSingleResult();
  }

  public void begin(CallId call, UUID trunk) {
    entityManager.persist(new TrunkCall(call.value(), trunk));
  }

  /** Forgets the calls that are over. */
  public int forgetEnded() {
    return entityManager
        .createNativeQuery(
            "delete from trunk_calls where exists"
                + " (select 1 from calls c where c.id = trunk_calls.call_id and c.status = ?)")
        .setParameter(1, CallStatus.HANGUP.name())
        .executeUpdate();
  }
}
