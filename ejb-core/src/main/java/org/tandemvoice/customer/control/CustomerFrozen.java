package org.tandemvoice.customer.control;

import org.tandemvoice.customer.entity.CustomerId;

/** A customer was stopped, in the running transaction: whatever it has running ends. */
public record CustomerFrozen(CustomerId customer) {}
