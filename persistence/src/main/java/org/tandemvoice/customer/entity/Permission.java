package org.tandemvoice.customer.entity;

import java.io.Serializable;

/**
 * What one may do, as a bit mask (contract section 2). Whoever has no bit at all still belongs to
 * the customer: may read, and act on what is its own.
 */
public record Permission(int bits) implements Serializable {

  public static final Permission NONE = new Permission(0);
  public static final Permission PLATFORM_ADMIN = new Permission(0x01);
  public static final Permission CUSTOMER_AGENT = new Permission(0x10);
  public static final Permission CUSTOMER_ADMIN = new Permission(0x20);
  public static final Permission CUSTOMER_MANAGER = new Permission(0x40);
  public static final Permission ALL = new Permission(0xFFFF);

  /** Whether at least one bit of the other is among these. */
  public boolean includes(Permission other) {
    return (bits & other.bits) != 0;
  }

  /** May change resources of the customer. */
  public boolean managesCustomer() {
    return includes(CUSTOMER_ADMIN) || includes(CUSTOMER_MANAGER);
  }
}
