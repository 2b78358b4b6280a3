package org.tandemvoice.presence.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Whom a phone watches.
 *
 * @param isAgent an agent, with all its extensions; otherwise one extension
 */
public record WatchedParty(CustomerId customer, UUID id, boolean isAgent) {}
