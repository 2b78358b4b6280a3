package org.tandemvoice.billing.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** Shows customers what they have used and paid for. */
@Stateless
public class BillingManager {

  private static final int PART = 200;

  @Inject private Billings billings;
  @Inject private BillingDocument document;

  /**
   * @throws PlatformException {@code BILLING_NOT_FOUND}
   */
  public JsonObject get(CustomerId customer, UUID id) {
    return billings
        .find(customer, id)
        .map(document::of)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.BILLING_NOT_FOUND, "there is no billing " + id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Billing> page = billings.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * Some of those that began behind a place and before a time, oldest first. A file of many is
   * written part by part, each read in a transaction of its own.
   *
   * @return the place behind the last of them; empty if there are no more
   */
  public Page<JsonObject> part(CustomerId customer, PagePosition place, Instant to) {
    List<Billing> found = billings.behind(customer, place, to, PART);
    Optional<PagePosition> next =
        found.size() < PART
            ? Optional.empty()
            : Optional.of(found.get(PART - 1))
                .map(last -> new PagePosition(last.createdAt(), Optional.of(last.uuid())));
    return new Page<>(found.stream().map(document::of).toList(), next);
  }
}
