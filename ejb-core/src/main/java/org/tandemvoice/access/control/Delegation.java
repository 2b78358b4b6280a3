package org.tandemvoice.access.control;

import java.util.UUID;

/**
 * That a platform administrator acts for a customer, and why.
 *
 * @param id of its token
 * @param supporter the administrator
 */
public record Delegation(UUID id, UUID supporter, String reason) {}
