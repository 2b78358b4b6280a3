package org.tandemvoice.billing.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.billing.entity.Rate;
import org.tandemvoice.billing.entity.RateProfile;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/**
 * Makes, changes and deletes rates for platform administrators, and shows customers theirs. What
 * runs already keeps the price it began with.
 */
@Stateless
public class RateManager {

  @Inject private Rates rates;
  @Inject private Customers customers;
  @Inject private RateDocument document;
  @Inject private Event<RatesChanged> changes;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Without {@code customer_id} it is for every customer that has no fitting one of its own.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code CUSTOMER_NOT_FOUND}
   */
  public JsonObject create(JsonFields fields) {
    CustomerId customer = new CustomerId(fields.uuid("customer_id"));
    if (!customer.value().equals(OwnedResource.NIL) && customers.find(customer).isEmpty()) {
      throw new PlatformException(
          ErrorCode.CUSTOMER_NOT_FOUND, "customer_id: there is no customer " + customer);
    }
    RateProfile profile = document.newProfile(fields);
    Rate rate = new Rate(ids.next(), customer, profile, clock.instant());
    rates.add(rate);
    changes.fire(new RatesChanged());
    return document.of(rate);
  }

  /** Whatever customer it is for. */
  public JsonObject get(UUID id) {
    return document.of(rates.find(id).orElseThrow(() -> unknown(id)));
  }

  /** One the customer may be charged by. */
  public JsonObject get(CustomerId customer, UUID id) {
    return rates
        .find(id)
        .filter(
            rate ->
                rate.customerId().equals(customer)
                    || rate.customerId().value().equals(OwnedResource.NIL))
        .map(document::of)
        .orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(PageRequest request) {
    return documents(rates.page(request));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    return documents(rates.page(customer, request));
  }

  private Page<JsonObject> documents(Page<Rate> page) {
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Customer and type stay; fields that are missing stay as they are. */
  public JsonObject update(UUID id, JsonFields fields) {
    Rate rate = rates.lock(id).orElseThrow(() -> unknown(id));
    rate.change(document.changed(rate.profile(), fields), clock.instant());
    changes.fire(new RatesChanged());
    return document.of(rate);
  }

  public JsonObject delete(UUID id) {
    Rate rate = rates.lock(id).orElseThrow(() -> unknown(id));
    rate.delete(clock.instant());
    changes.fire(new RatesChanged());
    return document.of(rate);
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.RESOURCE_NOT_FOUND, "there is no rate " + id);
  }
}
