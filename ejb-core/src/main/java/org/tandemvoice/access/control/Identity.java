package org.tandemvoice.access.control;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;

/**
 * Who a credential stands for.
 *
 * @param agentId empty for an access key, which is nobody's
 * @param apiVersion the shape of answers the client expects
 */
public record Identity(
    CustomerId customerId, Optional<UUID> agentId, Permission permission, ApiVersion apiVersion) {}
