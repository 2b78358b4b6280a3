package org.tandemvoice.platform.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerFrozen;
import org.tandemvoice.customer.control.CustomerStatusChanged;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/**
 * Stops a customer, lets it go on, and deletes it (contract sections 2 and A.1). While it is frozen
 * its credentials are refused and it neither calls nor is called; what it has stays as it is.
 */
@Stateless
public class CustomerLife {

  @Inject private Customers customers;
  @Inject private CustomerDocument document;
  @Inject private Event<CustomerFrozen> frozen;
  @Inject private Event<CustomerDeleted> deleted;
  @Inject private Event<CustomerStatusChanged> changed;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * Its calls end now.
   *
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}, {@code STATE_INVALID}
   */
  public Customer freeze(CustomerId id) {
    Customer customer = become(id, one -> one.freeze(clock.instant()), "customer_frozen");
    frozen.fire(new CustomerFrozen(id));
    return customer;
  }

  /**
   * The same, until it is deleted at that time.
   *
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}, {@code STATE_INVALID}
   */
  public Customer leave(CustomerId id, Instant deletion) {
    Customer customer = become(id, one -> one.leave(deletion, clock.instant()), "customer_frozen");
    frozen.fire(new CustomerFrozen(id));
    return customer;
  }

  /**
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}, {@code STATE_INVALID} if it does not
   *     leave
   */
  public Customer stay(CustomerId id) {
    return become(id, one -> one.stay(clock.instant()), "customer_recovered");
  }

  /**
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}, {@code STATE_INVALID}
   */
  public Customer recover(CustomerId id) {
    return become(id, one -> one.recover(clock.instant()), "customer_recovered");
  }

  /**
   * Its calls end now.
   *
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}
   */
  public Customer delete(CustomerId id) {
    return end(id, one -> one.delete(clock.instant()));
  }

  /**
   * The same at its own wish.
   *
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}, {@code STATE_INVALID} if others have
   *     frozen it
   */
  public Customer leaveNow(CustomerId id) {
    return end(id, one -> one.leaveNow(clock.instant()));
  }

  private Customer end(CustomerId id, Predicate<Customer> change) {
    Customer customer = become(id, change, "customer_deleted");
    frozen.fire(new CustomerFrozen(id));
    deleted.fire(new CustomerDeleted(id, clock.instant()));
    return customer;
  }

  /** Unless it is no more, or stays. */
  public void deleteDue(CustomerId id) {
    if (customers.lock(id).filter(customer -> customer.isDue(clock.instant())).isPresent()) {
      delete(id);
    }
  }

  private Customer become(CustomerId id, Predicate<Customer> change, String eventType) {
    Customer customer =
        customers
            .lock(id)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.CUSTOMER_NOT_FOUND, "no customer has the id " + id));
    if (!change.test(customer)) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "the customer is " + customer.status().text() + ", so that it cannot be done");
    }
    outbox.record(new EventSubject(id, "customer", id.value()), eventType, document.of(customer));
    changed.fire(new CustomerStatusChanged(id));
    return customer;
  }
}
