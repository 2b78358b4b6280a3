package org.tandemvoice.accesskey.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.accesskey.entity.AccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of access keys. Deleted ones are not found. */
@ApplicationScoped
public class AccessKeys {

  private static final String LIVE = "select e from AccessKey e where e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;

  public void add(AccessKey key) {
    entityManager.persist(key);
  }

  public Optional<AccessKey> find(CustomerId customer, UUID id) {
    return query(customer, id).getResultStream().findFirst();
  }

  /** To be changed: whoever else wants to change it waits for the end of this transaction. */
  public Optional<AccessKey> lock(CustomerId customer, UUID id) {
    return query(customer, id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private TypedQuery<AccessKey> query(CustomerId customer, UUID id) {
    return entityManager
        .createQuery(LIVE + " and e.customerId = :customer and e.id = :id", AccessKey.class)
        .setParameter("customer", customer.value())
        .setParameter("id", id);
  }

  /** The key of that token, unless its customer was deleted; it may have expired. */
  public Optional<AccessKey> findByToken(AccessKeyToken token) {
    return new LiveResources<>(AccessKey.class)
        .query(entityManager, " and e.tokenHash = :hash")
        .setParameter("hash", token.sha256())
        .getResultStream()
        .findFirst();
  }

  public Page<AccessKey> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                LIVE + " and e.customerId = :customer" + NewestFirst.CONDITION, AccessKey.class)
            .setParameter("customer", customer.value()),
        request,
        key -> new PagePosition(key.createdAt(), Optional.of(key.uuid())));
  }
}
