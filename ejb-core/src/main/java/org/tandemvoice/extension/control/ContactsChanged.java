package org.tandemvoice.extension.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A phone of this extension has registered, or is registered no longer; published inside the
 * transaction that stores it.
 */
public record ContactsChanged(CustomerId customer, UUID extension) {}
