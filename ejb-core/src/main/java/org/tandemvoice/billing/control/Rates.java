package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.billing.entity.Rate;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of rates. Deleted ones are not found. */
@ApplicationScoped
public class Rates {

  private static final String LIVE = "select e from Rate e where e.tmDelete is null";

  /** The customer's own before those for everybody, then the longest prefix, then the newest. */
  private static final Comparator<Rate> ORDER =
      Comparator.<Rate, Boolean>comparing(
              rate -> rate.customerId().value().equals(OwnedResource.NIL))
          .thenComparing(rate -> -prefixLength(rate))
          .thenComparing(Rate::createdAt, Comparator.reverseOrder());

  @PersistenceContext private EntityManager entityManager;

  private static int prefixLength(Rate rate) {
    String target = rate.profile().target();
    return target.equals(Rate.ALL) ? 0 : target.length();
  }

  public void add(Rate rate) {
    entityManager.persist(rate);
  }

  public Optional<Rate> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Rate.class, id))
        .filter(rate -> !rate.isDeleted());
  }

  /** The rate, its row locked until the commit. */
  public Optional<Rate> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Rate.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(rate -> !rate.isDeleted());
  }

  /** All rates. */
  public Page<Rate> page(PageRequest request) {
    return NewestFirst.page(
        entityManager.createQuery(LIVE + NewestFirst.CONDITION, Rate.class),
        request,
        Rates::position);
  }

  /** The rates a customer may be charged by: its own and those for everybody. */
  public Page<Rate> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(LIVE + " and e.customerId in :owners" + NewestFirst.CONDITION, Rate.class)
            .setParameter("owners", List.of(customer.value(), OwnedResource.NIL)),
        request,
        Rates::position);
  }

  private static PagePosition position(Rate rate) {
    return new PagePosition(rate.createdAt(), Optional.of(rate.uuid()));
  }

  /**
   * What a call to this number costs; nothing if there is no rate for it.
   *
   * @param e164 with its plus
   */
  public Tariff tariff(CustomerId customer, RateType type, String e164) {
    List<String> targets = new ArrayList<>(List.of(Rate.ALL));
    for (int length = 2; length <= e164.length(); length++) {
      targets.add(e164.substring(0, length));
    }
    return best(entityManager
            .createQuery(
                LIVE
                    + " and e.customerId in :owners and e.rateType = :type"
                    + " and e.target in :targets",
                Rate.class)
            .setParameter("owners", List.of(customer.value(), OwnedResource.NIL))
            .setParameter("type", type)
            .setParameter("targets", targets)
            .getResultList())
        .map(rate -> rate.profile().tariff())
        .orElse(Tariff.FREE);
  }

  /** The rates of all customers for what has no number. */
  List<Rate> ofServices() {
    return entityManager
        .createQuery(LIVE + " and e.rateType in :types", Rate.class)
        .setParameter("types", Set.of(RateType.TTS, RateType.RECORDING))
        .getResultList();
  }

  /** The one to charge by, of rates that all fit. */
  static Optional<Rate> best(List<Rate> fitting) {
    return fitting.stream().min(ORDER);
  }
}
