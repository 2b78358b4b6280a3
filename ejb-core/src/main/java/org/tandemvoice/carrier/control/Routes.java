package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.carrier.entity.Route;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of routes. Deleted ones are not found. */
@ApplicationScoped
public class Routes {

  private static final String LIVE = "select e from Route e where e.tmDelete is null";

  /** The longest prefix first, within it the lowest priority, then the oldest. */
  private static final Comparator<Route> ORDER =
      Comparator.<Route>comparingInt(route -> -prefixLength(route))
          .thenComparingInt(route -> route.profile().priority())
          .thenComparing(Route::createdAt);

  @PersistenceContext private EntityManager entityManager;

  private static int prefixLength(Route route) {
    String target = route.profile().target();
    return target.equals(Route.ALL) ? 0 : target.length();
  }

  public void add(Route route) {
    entityManager.persist(route);
  }

  public Optional<Route> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Route.class, id))
        .filter(found -> !found.isDeleted());
  }

  /** The route, its row locked until the commit. */
  public Optional<Route> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Route.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> !found.isDeleted());
  }

  /**
   * All routes, or those of one customer.
   *
   * @param customer the nil UUID is the customer of the routes for everybody
   */
  public Page<Route> page(Optional<UUID> customer, PageRequest request) {
    TypedQuery<Route> query =
        customer
            .map(
                id ->
                    entityManager
                        .createQuery(
                            LIVE + " and e.customerId = :customer" + NewestFirst.CONDITION,
                            Route.class)
                        .setParameter("customer", id))
            .orElseGet(() -> entityManager.createQuery(LIVE + NewestFirst.CONDITION, Route.class));
    return NewestFirst.page(
        query, request, route -> new PagePosition(route.createdAt(), Optional.of(route.uuid())));
  }

  /**
   * The routes a number may take, the best first: the customer's own, or if none of those fits,
   * those for everybody.
   *
   * @param e164 with its plus
   */
  public List<Route> of(CustomerId customer, String e164) {
    List<String> targets = new ArrayList<>(List.of(Route.ALL));
    for (int length = 2; length <= e164.length(); length++) {
      targets.add(e164.substring(0, length));
    }
    List<Route> found =
        entityManager
            .createQuery(
                LIVE + " and e.customerId in :owners and e.target in :targets", Route.class)
            .setParameter("owners", List.of(customer.value(), OwnedResource.NIL))
            .setParameter("targets", targets)
            .getResultList();
    List<Route> own = found.stream().filter(route -> route.customerId().equals(customer)).toList();
    return (own.isEmpty() ? found : own).stream().sorted(ORDER).toList();
  }
}
