package org.tandemvoice.platform.control;

import java.nio.charset.StandardCharsets;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What the platform's first administrator signs in with, as kept in {@link #FILE} of the data
 * directory.
 */
record AdminCredentials(
    String username, String password, CustomerId customerId, AccessKeyToken accessKey) {

  static final String FILE = "admin.properties";

  /** One {@code key=value} a line, nothing escaped. */
  byte[] fileContent() {
    return String.join(
            "\n",
            "username=" + username,
            "password=" + password,
            "customer_id=" + customerId,
            "accesskey=" + accessKey.text(),
            "")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return username;
  }
}
