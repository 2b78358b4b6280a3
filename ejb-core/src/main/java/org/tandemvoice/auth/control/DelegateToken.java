package org.tandemvoice.auth.control;

import java.time.Instant;
import org.tandemvoice.access.control.Delegation;
import org.tandemvoice.customer.entity.CustomerId;

/** A token with which a platform administrator acts for a customer, until it expires. */
public record DelegateToken(
    String token, CustomerId customer, Delegation delegation, Instant expire) {

  @Override
  public String toString() {
    return "delegate token of " + delegation.supporter() + " for " + customer;
  }
}
