package org.tandemvoice.auth.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What a login token says.
 *
 * @param passwordMark tells whether the password is still the one of the login
 */
public record TokenClaims(CustomerId customerId, UUID agentId, String passwordMark) {}
