package org.tandemvoice.customer.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
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
  private Clock clock;

  protected CustomerManager() {}

  @Inject
  public CustomerManager(
      Customers customers,
      CustomerDocument document,
      Event<CustomerDescribed> described,
      Clock clock) {
    this.customers = customers;
    this.document = document;
    this.described = described;
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
    return customer;
  }
}
