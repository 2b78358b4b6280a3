package org.tandemvoice.platform.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.tandemvoice.accesskey.control.AccessKeyManager;
import org.tandemvoice.accesskey.control.IssuedAccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyGrant;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.control.CustomerDescribed;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerStatusChanged;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.TermsAgreement;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;

/** Opens customers. Each begins with an access key, by which it can make all the rest. */
@Stateless
public class Onboarding {

  private Customers customers;
  private CustomerDocument document;
  private AccessKeyManager accessKeys;
  private Event<CustomerDescribed> described;
  private Event<CustomerStatusChanged> changed;
  private TimeOrderedIds ids;
  private Clock clock;

  protected Onboarding() {}

  @Inject
  public Onboarding(
      Customers customers,
      CustomerDocument document,
      AccessKeyManager accessKeys,
      Event<CustomerDescribed> described,
      Event<CustomerStatusChanged> changed,
      TimeOrderedIds ids,
      Clock clock) {
    this.customers = customers;
    this.document = document;
    this.accessKeys = accessKeys;
    this.described = described;
    this.changed = changed;
    this.ids = ids;
    this.clock = clock;
  }

  /** A customer as a platform administrator describes it. */
  public Welcome open(JsonFields fields) {
    return open(document.profile(fields, CustomerProfile.named("", "")));
  }

  public Welcome open(CustomerProfile profile) {
    return open(new Customer(new CustomerId(ids.next()), profile, clock.instant()));
  }

  /** A customer that opens itself. */
  public Welcome open(CustomerProfile profile, TermsAgreement terms) {
    return open(new Customer(new CustomerId(ids.next()), profile, terms, clock.instant()));
  }

  private Welcome open(Customer customer) {
    customers.add(customer);
    described.fire(new CustomerDescribed(customer));
    changed.fire(new CustomerStatusChanged(customer.id()));
    return new Welcome(customer, firstKey(customer.id()));
  }

  /** A key without an end, for whoever sets the customer up. */
  public IssuedAccessKey firstKey(CustomerId customer) {
    return accessKeys.issue(
        customer,
        new AccessKeyGrant(
            "first", "made by the platform", ApiVersion.DOCUMENTED, Optional.empty()));
  }
}
