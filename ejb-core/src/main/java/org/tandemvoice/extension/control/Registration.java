package org.tandemvoice.extension.control;

import java.util.List;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.RegisterOrigin;
import org.tandemvoice.extension.entity.RegisteredContact;

/**
 * What an authenticated REGISTER asks for (RFC 3261 section 10.2). Without contacts and without
 * {@code removeAll} it only asks what is registered.
 *
 * @param extensionId whose address-of-record it is
 * @param removeAll the Contact was {@code *}
 * @param contacts to add, refresh or remove; each key once
 */
public record Registration(
    CustomerId customerId,
    UUID extensionId,
    boolean removeAll,
    List<RegisteredContact> contacts,
    RegisterOrigin origin) {

  public Registration {
    contacts = List.copyOf(contacts);
  }

  public boolean isQuery() {
    return !removeAll && contacts.isEmpty();
  }
}
