package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.CustomerStatus;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transaction.control.HeldRows;

/** The repository of calls. */
@ApplicationScoped
public class Calls {

  /** By an index that a call changes only when it begins and ends, not at each of its steps. */
  private static final String OPEN = "c.tmHangup is null";

  private static final String OPEN_HERE =
      "select c.id from Call c where c.nodeId = :node and " + OPEN;

  @PersistenceContext private EntityManager entityManager;
  @Inject private HeldRows rows;
  @Inject private CallMasters masters;
  @Inject private CallGroups groups;

  public void add(Call call) {
    entityManager.persist(call);
    rows.hold(Call.class, call.uuid());
    masters.note(call.id(), new CallMasters.Above(call.master(), call.membership().groupcall()));
  }

  /**
   * The call, to be changed in this transaction. Its row is locked until the commit, after those of
   * its master and of the group it rings in: facts of calls that belong together are handled one at
   * a time, whichever thread or node they reach, and locks are always taken from the master
   * downwards.
   */
  public Optional<Call> lock(CallId id) {
    if (rows.holds(Call.class, id.value())) {
      return Optional.ofNullable(entityManager.find(Call.class, id.value()));
    }
    CallMasters.Above above = above(id);
    above.master().ifPresent(this::lock);
    above.group().ifPresent(groups::hold);
    Optional<Call> call =
        entityManager
            .createNamedQuery(Call.LOCK, Call.class)
            .setParameter("id", id.value())
            .getResultStream()
            .findFirst();
    call.ifPresent(locked -> rows.hold(Call.class, id.value()));
    return call;
  }

  private CallMasters.Above above(CallId id) {
    return masters
        .find(id)
        .orElseGet(
            () -> {
              CallMasters.Above above =
                  entityManager
                      .createQuery(
                          "select c.masterCallId, c.membership.groupcallId from Call c where c.id = :id",
                          Object[].class)
                      .setParameter("id", id.value())
                      .getResultStream()
                      .map(row -> CallMasters.Above.of((UUID) row[0], (UUID) row[1]))
                      .findFirst()
                      .orElse(CallMasters.Above.NONE);
              masters.note(id, above);
              return above;
            });
  }

  /**
   * Locks several calls, of whichever chains, in an order that is the same for everybody. To be
   * called before any other call is locked.
   */
  public void lockAll(Collection<CallId> ids) {
    ids.stream()
        .map(this::root)
        .distinct()
        .sorted(Comparator.comparing(CallId::value))
        .forEach(this::lock);
    ids.forEach(this::lock);
  }

  /** The locked call has another master from now on, behind which it is locked. */
  public void rechained(Call call) {
    masters.note(call.id(), new CallMasters.Above(call.master(), call.membership().groupcall()));
  }

  private CallId root(CallId id) {
    return above(id).master().map(this::root).orElse(id);
  }

  /**
   * The customer's call as it was committed last; empty for another customer's and for a deleted
   * one.
   */
  public Optional<Call> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Call.class, id))
        .filter(call -> call.customerId().equals(customer) && !call.isDeleted());
  }

  /** The call as it was committed last, whoever owns it. */
  public Optional<Call> find(CallId id) {
    return Optional.ofNullable(entityManager.find(Call.class, id.value()));
  }

  /** The customer's calls, newest first. */
  public Page<Call> page(CustomerId customer, PageRequest request) {
    return page(ofCustomer("", customer), request);
  }

  /** Those of them that have rung the phones of this agent. */
  Page<Call> page(CustomerId customer, UUID owner, PageRequest request) {
    return page(
        ofCustomer(" and e.membership.ownerId = :owner", customer).setParameter("owner", owner),
        request);
  }

  private TypedQuery<Call> ofCustomer(String condition, CustomerId customer) {
    return entityManager
        .createQuery(
            "select e from Call e where e.customerId = :customer and e.tmDelete is null"
                + condition
                + NewestFirst.CONDITION,
            Call.class)
        .setParameter("customer", customer.value());
  }

  private static Page<Call> page(TypedQuery<Call> query, PageRequest request) {
    return NewestFirst.page(
        query, request, call -> new PagePosition(call.createdAt(), Optional.of(call.uuid())));
  }

  /** All calls of the customer that are not over, on whatever node. */
  public List<Call> openOf(CustomerId customer) {
    return entityManager
        .createQuery("select c from Call c where c.customerId = :customer and " + OPEN, Call.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  /** Ids of the calls of the customer and this node that are not over. */
  List<CallId> openOf(String nodeId, CustomerId customer) {
    return ids(
        entityManager
            .createQuery(
                OPEN_HERE + " and c.customerId = :customer order by c.tmCreate", UUID.class)
            .setParameter("node", nodeId)
            .setParameter("customer", customer.value()));
  }

  /** Ids of the calls of this node that are not over, though their customers are stopped. */
  List<CallId> openOfStopped(String nodeId) {
    return ids(
        entityManager
            .createQuery(
                "select c.id from Call c, Customer k where c.nodeId = :node and "
                    + OPEN
                    + " and k.id = c.customerId and k.status in :stopped order by c.tmCreate",
                UUID.class)
            .setParameter("node", nodeId)
            .setParameter("stopped", EnumSet.of(CustomerStatus.FROZEN, CustomerStatus.DELETED)));
  }

  /**
   * Ids of the calls of this node that are not over, oldest first: masters before what is chained
   * to them.
   */
  public List<CallId> openOf(String nodeId) {
    return ids(
        entityManager
            .createQuery(OPEN_HERE + " order by c.tmCreate", UUID.class)
            .setParameter("node", nodeId));
  }

  /**
   * Ids of the calls of this node that have been talking since before the one time, and of those
   * that began before the other and wait for an answer, or for the confirmation of their end.
   */
  public List<CallId> openOf(String nodeId, Instant answeredBefore, Instant begunBefore) {
    return ids(
        entityManager
            .createQuery(
                OPEN_HERE
                    + " and (c.status = :progressing and c.tmProgressing < :answeredBefore"
                    + " or c.status <> :progressing and c.tmCreate < :begunBefore)"
                    + " order by c.tmCreate",
                UUID.class)
            .setParameter("node", nodeId)
            .setParameter("progressing", CallStatus.PROGRESSING)
            .setParameter("answeredBefore", answeredBefore)
            .setParameter("begunBefore", begunBefore));
  }

  private static List<CallId> ids(TypedQuery<UUID> query) {
    return query.getResultList().stream().map(CallId::new).toList();
  }
}
