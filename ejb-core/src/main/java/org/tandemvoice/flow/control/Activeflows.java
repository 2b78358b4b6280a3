package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ActiveflowStatus;
import org.tandemvoice.flow.entity.ExecutedAction;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/**
 * The repository of flow executions. They are changed under the lock of the call they work on, or
 * under their own if they work on none.
 */
@ApplicationScoped
public class Activeflows {

  @PersistenceContext private EntityManager entityManager;
  @Inject private Calls calls;

  public void add(Activeflow activeflow) {
    entityManager.persist(activeflow);
  }

  public void add(ExecutedAction action) {
    entityManager.persist(action);
  }

  /** The execution that works on this call, if it runs a flow of its own. */
  public Optional<Activeflow> of(Call call) {
    return call.activeflowId().equals(OwnedResource.NIL)
        ? Optional.empty()
        : Optional.ofNullable(entityManager.find(Activeflow.class, call.activeflowId()));
  }

  /** The execution, to be changed in this transaction. */
  public Optional<Activeflow> lock(UUID id) {
    return entityManager
        .createQuery("select a.callId from Activeflow a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(call -> lock(id, call));
  }

  private Activeflow lock(UUID id, UUID call) {
    if (call.equals(OwnedResource.NIL)) {
      return entityManager.find(Activeflow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
    calls.lock(new CallId(call));
    return entityManager.find(Activeflow.class, id);
  }

  public boolean contains(UUID id) {
    return entityManager.find(Activeflow.class, id) != null;
  }

  /** Whether the customer has this execution and has not deleted it. */
  public boolean isOf(CustomerId customer, UUID id) {
    return !entityManager
        .createQuery(
            "select a.id from Activeflow a where a.id = :id and a.customerId = :customer"
                + " and a.tmDelete is null",
            UUID.class)
        .setParameter("id", id)
        .setParameter("customer", customer.value())
        .getResultList()
        .isEmpty();
  }

  /** The customer's execution as it was committed last. */
  public Optional<Activeflow> find(CustomerId customer, UUID id) {
    return isOf(customer, id)
        ? Optional.ofNullable(entityManager.find(Activeflow.class, id))
        : Optional.empty();
  }

  /** The customer's executions, newest first. */
  public Page<Activeflow> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Activeflow e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Activeflow.class)
            .setParameter("customer", customer.value()),
        request,
        activeflow -> new PagePosition(activeflow.createdAt(), Optional.of(activeflow.uuid())));
  }

  /** The actions it has begun, oldest first; of many the latest. */
  public List<ExecutedAction> executed(Activeflow activeflow, int limit) {
    return entityManager
        .createQuery(
            "select e from ExecutedAction e where e.activeflowId = :id and e.position > :after"
                + " order by e.position",
            ExecutedAction.class)
        .setParameter("id", activeflow.uuid())
        .setParameter("after", activeflow.executedCount() - limit)
        .getResultList();
  }

  /** How many executions of this node run. */
  public long running(String nodeId) {
    return entityManager
        .createQuery(
            "select count(a) from Activeflow a where a.nodeId = :node and a.status = :running",
            Long.class)
        .setParameter("node", nodeId)
        .setParameter("running", ActiveflowStatus.RUNNING)
        .getSingleResult();
  }

  /** Ids of the executions of this node that run and work on no call. */
  public List<UUID> runningWithoutCall(String nodeId) {
    return entityManager
        .createQuery(
            "select a.id from Activeflow a where a.nodeId = :node and a.status = :running"
                + " and a.callId = :none",
            UUID.class)
        .setParameter("node", nodeId)
        .setParameter("running", ActiveflowStatus.RUNNING)
        .setParameter("none", OwnedResource.NIL)
        .getResultList();
  }
}
