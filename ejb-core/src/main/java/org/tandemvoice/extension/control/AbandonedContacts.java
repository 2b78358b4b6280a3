package org.tandemvoice.extension.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/** Where contacts are stored whose time is over. */
public record AbandonedContacts(UUID customer, UUID extensionId) {

  CustomerId customerId() {
    return new CustomerId(customer);
  }
}
