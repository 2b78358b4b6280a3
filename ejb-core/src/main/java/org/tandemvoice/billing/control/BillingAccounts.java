package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transaction.control.HeldRows;

/** The repository of accounts. Each has the id of its customer. */
@ApplicationScoped
public class BillingAccounts {

  @PersistenceContext private EntityManager entityManager;
  @Inject private HeldRows rows;

  public void add(BillingAccount account) {
    entityManager.persist(account);
    rows.hold(BillingAccount.class, account.uuid());
  }

  /** The account as it was committed last. */
  public Optional<BillingAccount> find(CustomerId customer) {
    return Optional.ofNullable(entityManager.find(BillingAccount.class, customer.value()));
  }

  /**
   * The account, to be changed. Its row is locked until the commit, and it is the last one that is
   * locked: calls, groups, conferences and queues before it, so that it is held shortly and nobody
   * waits in a circle.
   */
  public Optional<BillingAccount> lock(CustomerId customer) {
    return Optional.ofNullable(
        rows.hold(BillingAccount.class, customer.value())
            ? entityManager.find(
                BillingAccount.class, customer.value(), LockModeType.PESSIMISTIC_WRITE)
            : entityManager.find(BillingAccount.class, customer.value()));
  }

  /** The accounts of all customers. */
  public Page<BillingAccount> page(PageRequest request) {
    return NewestFirst.page(
        entityManager.createQuery(
            "select e from BillingAccount e where e.tmDelete is null" + NewestFirst.CONDITION,
            BillingAccount.class),
        request,
        account -> new PagePosition(account.createdAt(), Optional.of(account.uuid())));
  }
}
