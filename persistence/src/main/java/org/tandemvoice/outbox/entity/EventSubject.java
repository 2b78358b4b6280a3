package org.tandemvoice.outbox.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What an event is about.
 *
 * @param resourceType singular, for instance {@code call}
 */
public record EventSubject(CustomerId customerId, String resourceType, UUID resourceId) {}
