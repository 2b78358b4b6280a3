package org.tandemvoice.extension.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Whether phones of this extension can be reached has changed; published inside the transaction
 * that stores it.
 */
public record ContactsChanged(CustomerId customer, UUID extension) {}
