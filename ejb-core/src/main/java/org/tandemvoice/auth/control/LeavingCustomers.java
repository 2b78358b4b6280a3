package org.tandemvoice.auth.control;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.platform.control.CustomerLife;

/** Deletes customers that have unregistered when their time to come back is over. */
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeavingCustomers {

  private static final Logger LOG = System.getLogger(LeavingCustomers.class.getName());

  @Inject private Customers customers;
  @Inject private CustomerLife life;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void deleteDue() {
    customers.due(clock.instant()).forEach(this::deleteDue);
  }

  /** Each in a transaction of its own. */
  private void deleteDue(CustomerId customer) {
    try {
      life.deleteDue(customer);
    } catch (RuntimeException failure) {
      LOG.log(
          Level.WARNING,
          () -> "customer " + customer + " is deleted later: " + failure.getMessage());
    }
  }
}
