package org.tandemvoice.billing.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Shows customers what they have used and paid for. */
@Stateless
public class BillingManager {

  private static final int MOST_EXPORTED = 50_000;

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
   * All that began in this time, oldest first.
   *
   * @throws PlatformException {@code INVALID_REQUEST_PARAMETER} if they are too many: none is left
   *     out in silence
   */
  public List<JsonObject> export(CustomerId customer, Instant from, Instant to) {
    List<Billing> found = billings.between(customer, from, to, MOST_EXPORTED + 1);
    if (found.size() > MOST_EXPORTED) {
      throw new PlatformException(
          ErrorCode.INVALID_REQUEST_PARAMETER,
          "from, to: there are more than " + MOST_EXPORTED + " billings: ask for a shorter time");
    }
    return found.stream().map(document::of).toList();
  }
}
