package org.tandemvoice.access.control;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;

/**
 * Who a credential stands for.
 *
 * @param agentId empty for an access key, which is nobody's, and for a delegate
 * @param apiVersion the shape of answers the client expects
 * @param delegation if a platform administrator acts for the customer
 */
public record Identity(
    CustomerId customerId,
    Optional<UUID> agentId,
    Permission permission,
    ApiVersion apiVersion,
    Optional<Delegation> delegation) {

  /** Somebody of the customer itself. */
  public Identity(
      CustomerId customerId, Optional<UUID> agentId, Permission permission, ApiVersion apiVersion) {
    this(customerId, agentId, permission, apiVersion, Optional.empty());
  }
}
