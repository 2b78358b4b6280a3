package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.queue.entity.Queuecall;
import org.tandemvoice.queue.entity.QueuecallStatus;
import org.tandemvoice.transaction.control.HeldRows;

/** The repository of callers in queues. They are changed under the lock of their call. */
@ApplicationScoped
public class Queuecalls {

  private static final Set<QueuecallStatus> OVER =
      EnumSet.of(QueuecallStatus.DONE, QueuecallStatus.ABANDONED);

  @PersistenceContext private EntityManager entityManager;
  @Inject private Calls calls;
  @Inject private HeldRows rows;

  public void add(Queuecall queuecall) {
    entityManager.persist(queuecall);
    rows.hold(Queuecall.class, queuecall.uuid());
  }

  /** The queuecall, to be changed in this transaction, its call locked. */
  public Optional<Queuecall> lock(UUID id) {
    Queuecall queuecall = entityManager.find(Queuecall.class, id);
    if (queuecall == null) {
      return Optional.empty();
    }
    calls.lock(queuecall.call());
    if (rows.hold(Queuecall.class, id)) {
      entityManager.refresh(queuecall);
    }
    return Optional.of(queuecall);
  }

  /** The one that is not over of this call, locked. */
  public Optional<Queuecall> openOf(CallId call) {
    return openQuery(call).getResultStream().findFirst().flatMap(this::lock);
  }

  private TypedQuery<UUID> openQuery(CallId call) {
    return entityManager
        .createQuery(
            "select q.id from Queuecall q where q.callId = :call and q.status not in :over",
            UUID.class)
        .setParameter("call", call.value())
        .setParameter("over", OVER);
  }

  /**
   * As {@link #openOf}, for a call that ends now: what was committed counts, and what this
   * transaction has changed of it, but none it has added. Its changes need not be written first.
   */
  Optional<Queuecall> endingWith(CallId call) {
    return openQuery(call)
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst()
        .flatMap(this::lock)
        .filter(found -> !OVER.contains(found.status()));
  }

  /** The one an agent rings or rang for by this groupcall, locked. */
  public Optional<Queuecall> ofGroupcall(UUID groupcall) {
    return ids(
            entityManager
                .createQuery("select q.id from Queuecall q where q.groupcallId = :id", UUID.class)
                .setParameter("id", groupcall))
        .stream()
        .findFirst()
        .flatMap(this::lock);
  }

  /** Ids of those of a queue that have one of these states, the first come first. */
  public List<UUID> of(UUID queue, Set<QueuecallStatus> states) {
    return ids(
        entityManager
            .createQuery(
                "select q.id from Queuecall q where q.queueId = :queue and q.status in :states"
                    + " order by q.tmCreate, q.id",
                UUID.class)
            .setParameter("queue", queue)
            .setParameter("states", states));
  }

  /** How many have ever come into a queue. */
  public long total(UUID queue) {
    return count("", queue);
  }

  /** How many of them were served. */
  public long served(UUID queue) {
    return count(" and q.tmService is not null", queue);
  }

  /** How many of them are gone without. */
  public long abandoned(UUID queue) {
    return count(" and q.tmEnd is not null and q.tmService is null", queue);
  }

  private long count(String condition, UUID queue) {
    return entityManager
        .createQuery(
            "select count(q) from Queuecall q where q.queueId = :queue" + condition, Long.class)
        .setParameter("queue", queue)
        .getSingleResult();
  }

  /** The queues in which somebody waits for whom nobody rings. */
  public List<UUID> queuesThatWait() {
    return ids(
        entityManager
            .createQuery(
                "select distinct q.queueId from Queuecall q where q.status = :waiting", UUID.class)
            .setParameter("waiting", QueuecallStatus.WAITING));
  }

  /** The same, of one customer. */
  public List<UUID> queuesThatWait(CustomerId customer) {
    return ids(
        entityManager
            .createQuery(
                "select distinct q.queueId from Queuecall q where q.status = :waiting"
                    + " and q.customerId = :customer",
                UUID.class)
            .setParameter("waiting", QueuecallStatus.WAITING)
            .setParameter("customer", customer.value()));
  }

  /** The customer's queuecall as it was committed last. */
  public Optional<Queuecall> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Queuecall.class, id))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  /** The customer's last one of this call. */
  public Optional<Queuecall> findOfCall(CustomerId customer, UUID call) {
    return entityManager
        .createQuery(
            "select q from Queuecall q where q.callId = :call and q.customerId = :customer"
                + " and q.tmDelete is null order by q.tmCreate desc, q.id desc",
            Queuecall.class)
        .setParameter("call", call)
        .setParameter("customer", customer.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Page<Queuecall> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Queuecall e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Queuecall.class)
            .setParameter("customer", customer.value()),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }

  private static List<UUID> ids(TypedQuery<UUID> query) {
    return query.getResultList();
  }
}
