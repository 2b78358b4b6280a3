package org.tandemvoice.direct.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * What a direct hash stands for.
 *
 * @param type singular, as contract section 14 names it, for instance {@code extension}
 */
public record DirectResource(CustomerId customer, String type, UUID id) {}
