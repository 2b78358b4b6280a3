package org.tandemvoice.customer.control;

import org.tandemvoice.customer.entity.CustomerId;

/**
 * A customer was stopped, for a while or for good, in the running transaction: whatever it has
 * running ends.
 */
public record CustomerFrozen(CustomerId customer) {}
