package org.tandemvoice.tag.control;

import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/** A tag is gone, published inside the transaction that deletes it: whoever bears it drops it. */
public record TagDeleted(CustomerId customer, UUID tag, Instant at) {}
