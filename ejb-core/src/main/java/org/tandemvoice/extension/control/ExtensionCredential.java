package org.tandemvoice.extension.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What a phone registers and calls with.
 *
 * @param extension the SIP user name
 * @param name the label of the extension
 * @param password in clear: SIP digests are made of it
 */
public record ExtensionCredential(
    UUID extensionId, CustomerId customerId, String extension, String name, String password) {

  @Override
  public String toString() {
    return extension + "@" + customerId;
  }
}
