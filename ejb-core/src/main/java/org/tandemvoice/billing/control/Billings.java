package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.billing.entity.BillingStatus;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.billing.entity.TransactionType;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.fraud.control.Spending;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of billings, and what they tell of a customer's habits. */
@ApplicationScoped
public class Billings implements Spending {

  @PersistenceContext private EntityManager entityManager;

  public void add(Billing billing) {
    entityManager.persist(billing);
  }

  public Optional<Billing> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Billing.class, id))
        .filter(found -> found.customerId().equals(customer));
  }

  /** Of a call that is metered; the lock of the call guards it. */
  public Optional<Billing> of(CallId call) {
    return Optional.ofNullable(entityManager.find(Billing.class, call.value()));
  }

  /** One that is not over; the lock of the call it belongs to guards it. */
  Optional<Billing> open(UUID id) {
    return Optional.ofNullable(entityManager.find(Billing.class, id)).filter(Billing::isOpen);
  }

  public Page<Billing> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Billing e where e.customerId = :customer" + NewestFirst.CONDITION,
                Billing.class)
            .setParameter("customer", customer.value()),
        request,
        billing -> new PagePosition(billing.createdAt(), Optional.of(billing.uuid())));
  }

  /** Those that began behind a place and before a time, the oldest first, so many at most. */
  List<Billing> behind(CustomerId customer, PagePosition place, Instant to, int most) {
    return entityManager
        .createQuery(
            "select b from Billing b where b.customerId = :customer and (b.tmCreate > :time"
                + " or (b.tmCreate = :time and b.id > :id)) and b.tmCreate < :to"
                + " order by b.tmCreate, b.id",
            Billing.class)
        .setParameter("customer", customer.value())
        .setParameter("time", place.time())
        .setParameter("id", place.id().orElse(OwnedResource.NIL))
        .setParameter("to", to)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public long openCalls(CustomerId customer) {
    return entityManager
        .createQuery(
            "select count(b.id) from Billing b where b.customerId = :customer"
                + " and b.status = :open and b.costType = :outgoing",
            Long.class)
        .setParameter("customer", customer.value())
        .setParameter("open", BillingStatus.PROGRESSING)
        .setParameter("outgoing", CostType.CALL_PSTN_OUTGOING)
        .getSingleResult();
  }

  @Override
  public long begunSince(CustomerId customer, Instant time) {
    return entityManager
        .createQuery(
            "select count(b.id) from Billing b where b.customerId = :customer"
                + " and b.tmCreate > :time and b.costType = :outgoing and b.refusal = ''",
            Long.class)
        .setParameter("customer", customer.value())
        .setParameter("time", time)
        .setParameter("outgoing", CostType.CALL_PSTN_OUTGOING)
        .getSingleResult();
  }

  @Override
  public BigDecimal spentSince(CustomerId customer, Instant time) {
    BigDecimal sum =
        entityManager
            .createQuery(
                "select sum(b.amount) from Billing b where b.customerId = :customer"
                    + " and b.status = :over and b.tmBillingEnd > :time"
                    + " and b.transactionType = :usage and b.costType not in :numbers",
                BigDecimal.class)
            .setParameter("customer", customer.value())
            .setParameter("over", BillingStatus.END)
            .setParameter("time", time)
            .setParameter("usage", TransactionType.USAGE)
            .setParameter("numbers", EnumSet.of(CostType.NUMBER, CostType.NUMBER_RENEW))
            .getSingleResult();
    return sum == null ? Tariff.NOTHING : sum.negate();
  }
}
