package org.tandemvoice.carrier.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.carrier.entity.Route;
import org.tandemvoice.carrier.entity.RouteProfile;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, changes and deletes routes, for platform administrators. */
@Stateless
public class RouteManager {

  @Inject private Routes routes;
  @Inject private Providers providers;
  @Inject private Customers customers;
  @Inject private RouteDocument document;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Without {@code customer_id} it is for every customer that has no route of its own.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     CUSTOMER_NOT_FOUND}, {@code PROVIDER_NOT_FOUND}
   */
  public Route create(JsonFields fields) {
    CustomerId customer = new CustomerId(fields.uuid("customer_id"));
    if (!customer.value().equals(OwnedResource.NIL) && customers.find(customer).isEmpty()) {
      throw new PlatformException(
          ErrorCode.CUSTOMER_NOT_FOUND, "customer_id: there is no customer " + customer);
    }
    RouteProfile profile = known(document.newProfile(fields));
    Route route = new Route(ids.next(), customer, profile, clock.instant());
    routes.add(route);
    return route;
  }

  public Route get(UUID id) {
    return routes.find(id).orElseThrow(() -> unknown(id));
  }

  public Page<Route> list(Optional<UUID> customer, PageRequest request) {
    return routes.page(customer, request);
  }

  /** The customer stays; fields that are missing stay as they are. */
  public Route update(UUID id, JsonFields fields) {
    Route route = routes.lock(id).orElseThrow(() -> unknown(id));
    route.change(known(document.changed(route.profile(), fields)), clock.instant());
    return route;
  }

  public Route delete(UUID id) {
    Route route = routes.lock(id).orElseThrow(() -> unknown(id));
    route.delete(clock.instant());
    return route;
  }

  private RouteProfile known(RouteProfile profile) {
    if (providers.find(profile.providerId()).isEmpty()) {
      throw new PlatformException(
          ErrorCode.PROVIDER_NOT_FOUND,
          "provider_id: there is no provider " + profile.providerId());
    }
    return profile;
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.RESOURCE_NOT_FOUND, "there is no route " + id);
  }
}
