package org.tandemvoice.groupcall.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.CallGroups;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.GroupcallStatus;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transaction.control.HeldRows;

/** The repository of groupcalls. */
@ApplicationScoped
public class Groupcalls implements CallGroups {

  @PersistenceContext private EntityManager entityManager;
  @Inject private HeldRows rows;
  @Inject private Calls calls;

  public void add(Groupcall group) {
    entityManager.persist(group);
    rows.hold(Groupcall.class, group.uuid());
  }

  @Override
  public void hold(UUID groupcall) {
    lock(groupcall);
  }

  /**
   * The groupcall, to be changed in this transaction. All that is nested in one another is locked
   * by the row at the top, after that of the call it is for and before those of its calls.
   */
  public Optional<Groupcall> lock(UUID id) {
    Groupcall group = entityManager.find(Groupcall.class, id);
    if (group == null) {
      return Optional.empty();
    }
    group.masterCall().ifPresent(calls::lock);
    boolean isRoot = group.rootId().equals(id);
    if (!isRoot) {
      lock(group.rootId());
    }
    if (rows.hold(Groupcall.class, id)) {
      entityManager.refresh(group, isRoot ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE);
    }
    return Optional.of(group);
  }

  /** The customer's groupcall as it was committed last. */
  public Optional<Groupcall> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Groupcall.class, id))
        .filter(group -> group.customerId().equals(customer) && !group.isDeleted());
  }

  /** The groupcall at the top of the one with this id, which never changes. */
  public Optional<UUID> rootOf(UUID id) {
    return Optional.ofNullable(entityManager.find(Groupcall.class, id)).map(Groupcall::rootId);
  }

  /** The customer's groupcalls, newest first. */
  public Page<Groupcall> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Groupcall e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Groupcall.class)
            .setParameter("customer", customer.value()),
        request,
        group -> new PagePosition(group.createdAt(), Optional.of(group.uuid())));
  }

  /** Ids of the groupcalls of this node that are not over. */
  public List<UUID> openOf(String nodeId) {
    return entityManager
        .createQuery(
            "select g.id from Groupcall g where g.nodeId = :node and g.status <> :over", UUID.class)
        .setParameter("node", nodeId)
        .setParameter("over", GroupcallStatus.HANGUP)
        .getResultList();
  }
}
