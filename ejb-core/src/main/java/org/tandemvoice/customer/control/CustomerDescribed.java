package org.tandemvoice.customer.control;

import org.tandemvoice.customer.entity.Customer;

/** A customer is new or says something else of itself. Observed in the same transaction. */
public record CustomerDescribed(Customer customer) {}
