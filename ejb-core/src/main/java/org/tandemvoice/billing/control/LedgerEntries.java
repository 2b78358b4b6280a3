package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.billing.entity.LedgerEntry;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of the ledger, which only grows. */
@ApplicationScoped
public class LedgerEntries {

  @PersistenceContext private EntityManager entityManager;

  public void add(List<LedgerEntry> sides) {
    sides.forEach(entityManager::persist);
  }

  public long count() {
    return entityManager
        .createQuery("select count(e.accountId) from LedgerEntry e", Long.class)
        .getSingleResult();
  }

  /** The sum of all, which is zero. */
  public BigDecimal sum() {
    return orNothing(
        entityManager
            .createQuery("select sum(e.amount) from LedgerEntry e", BigDecimal.class)
            .getSingleResult());
  }

  /** The sum of what moved on one account, which is its balance. */
  public BigDecimal sum(UUID account) {
    return orNothing(
        entityManager
            .createQuery(
                "select sum(e.amount) from LedgerEntry e where e.accountId = :account",
                BigDecimal.class)
            .setParameter("account", account)
            .getSingleResult());
  }

  /** How many accounts of customers hold something else than their entries sum up to. */
  public long strayAccounts() {
    return entityManager
        .createQuery(
            "select count(a.id) from BillingAccount a where a.balance <>"
                + " (select coalesce(sum(e.amount), 0) from LedgerEntry e where e.accountId = a.id)",
            Long.class)
        .getSingleResult();
  }

  private static BigDecimal orNothing(BigDecimal sum) {
    return sum == null ? Tariff.NOTHING : sum;
  }

  public Page<LedgerEntry> page(UUID account, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from LedgerEntry e where e.accountId = :account" + NewestFirst.CONDITION,
                LedgerEntry.class)
            .setParameter("account", account),
        request,
        entry -> new PagePosition(entry.createdAt(), Optional.of(entry.id())));
  }
}
