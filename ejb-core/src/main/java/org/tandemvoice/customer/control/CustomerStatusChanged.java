package org.tandemvoice.customer.control;

import org.tandemvoice.customer.entity.CustomerId;

/** A customer may do more or less than before. Observed after the commit. */
public record CustomerStatusChanged(CustomerId customer) {}
