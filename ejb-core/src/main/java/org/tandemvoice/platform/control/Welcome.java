package org.tandemvoice.platform.control;

import org.tandemvoice.accesskey.control.IssuedAccessKey;
import org.tandemvoice.customer.entity.Customer;

/** A new customer, with the access key it begins with. */
public record Welcome(Customer customer, IssuedAccessKey accessKey) {}
