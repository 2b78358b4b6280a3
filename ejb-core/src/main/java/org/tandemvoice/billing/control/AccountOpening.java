package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.control.CustomerDescribed;
import org.tandemvoice.customer.entity.Customer;

/** Gives each new customer its account, and closes that of one that goes. */
@ApplicationScoped
public class AccountOpening {

  @Inject private BillingAccounts accounts;
  @Inject private BillingSettings settings;
  @Inject private Cashier cashier;
  @Inject private Clock clock;

  void described(@Observes CustomerDescribed event) {
    Customer customer = event.customer();
    if (accounts.find(customer.id()).isEmpty()) {
      BillingAccount account = new BillingAccount(customer.id(), clock.instant());
      accounts.add(account);
      cashier.open(
          account, customer.hasSignedUp() ? settings.signupCredit() : settings.openingCredit());
    }
  }

  void deleted(@Observes CustomerDeleted event) {
    accounts.lock(event.customer()).ifPresent(account -> account.delete(event.at()));
  }
}
