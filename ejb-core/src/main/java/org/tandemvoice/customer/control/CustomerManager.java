package org.tandemvoice.customer.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Reads and changes customers. How one begins and ends is the platform's affair. */
@Stateless
public class CustomerManager {

  private Customers customers;
  private CustomerDocument document;
  private Event<CustomerDescribed> described;
  private Event<RtpDebugChanged> debugged;
  private Clock clock;

  protected CustomerManager() {}

  @Inject
  public CustomerManager(
      Customers customers,
      CustomerDocument document,
      Event<CustomerDescribed> described,
      Event<RtpDebugChanged> debugged,
      Clock clock) {
    this.customers = customers;
    this.document = document;
    this.described = described;
    this.debugged = debugged;
    this.clock = clock;
  }

  public Customer get(CustomerId id) {
    return customers.find(id).orElseThrow(() -> unknown(id));
  }

  private Customer lock(CustomerId id) {
    return customers.lock(id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(CustomerId id) {
    return new PlatformException(ErrorCode.CUSTOMER_NOT_FOUND, "no customer has the id " + id);
  }

  public Page<Customer> list(PageRequest request) {
    return customers.page(request);
  }

  /** Fields that are missing stay as they are. */
  public Customer update(CustomerId id, JsonFields fields) {
    Customer customer = lock(id);
    customer.change(document.profile(fields, customer.profile()), clock.instant());
    described.fire(new CustomerDescribed(customer));
    return customer;
  }

  /** See {@link RtpDebug}. */
  public Customer updateMetadata(CustomerId id, JsonFields fields) {
    Customer customer = lock(id);
    customer.debugRtp(RtpDebug.read(fields, customer.isRtpDebugged()), clock.instant());
    debugged.fire(new RtpDebugChanged());
    return customer;
  }

  /**
   * Has the customer pay from the account {@code billing_account_id}. It may use its own only,
   * which has its id, so that nothing changes.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}, {@code BILLING_ACCOUNT_NOT_FOUND}
   */
  public Customer payFrom(CustomerId id, JsonFields fields) {
    Customer customer = get(id);
    UUID account = fields.uuid("billing_account_id");
    if (account.equals(OwnedResource.NIL)) {
      throw fields.invalid("billing_account_id", "is missing: give a UUID");
    }
    if (!account.equals(id.value())) {
      throw new PlatformException(
          ErrorCode.BILLING_ACCOUNT_NOT_FOUND,
          "billing_account_id: the customer may use no account "
              + account
              + ", but its own, "
              + id);
    }
    return customer;
  }
}
