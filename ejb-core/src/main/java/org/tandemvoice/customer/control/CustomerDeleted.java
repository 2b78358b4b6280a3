package org.tandemvoice.customer.control;

import java.time.Instant;
import org.tandemvoice.customer.entity.CustomerId;

/** A customer was deleted, in the running transaction: whoever keeps something of it lets it go. */
public record CustomerDeleted(CustomerId customer, Instant at) {}
