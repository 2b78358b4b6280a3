package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of calls. */
@ApplicationScoped
public class Calls {

  @PersistenceContext private EntityManager entityManager;
  @Inject private CallLocks locks;

  public void add(Call call) {
    entityManager.persist(call);
    locks.hold(call.id());
  }

  /**
   * The call, to be changed in this transaction. Its row is locked until the commit, after that of
   * its master: facts of calls that belong together are handled one at a time, whichever thread or
   * node they reach, and locks are always taken from the master downwards.
   */
  public Optional<Call> lock(CallId id) {
    Call call = entityManager.find(Call.class, id.value());
    if (call == null) {
      return Optional.empty();
    }
    call.master().flatMap(this::lock);
    if (locks.hold(id)) {
      entityManager.refresh(call, LockModeType.PESSIMISTIC_WRITE);
    }
    return Optional.of(call);
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
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Call e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Call.class)
            .setParameter("customer", customer.value()),
        request,
        call -> new PagePosition(call.createdAt(), Optional.of(call.uuid())));
  }

  /**
   * Ids of the calls of this node that are not over, oldest first: masters before what is chained
   * to them.
   */
  public List<CallId> openOf(String nodeId) {
    return entityManager
        .createQuery(
            "select c.id from Call c where c.nodeId = :node and c.status <> :over order by c.tmCreate",
            UUID.class)
        .setParameter("node", nodeId)
        .setParameter("over", CallStatus.HANGUP)
        .getResultList()
        .stream()
        .map(CallId::new)
        .toList();
  }
}
