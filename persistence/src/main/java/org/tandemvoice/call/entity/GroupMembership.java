package org.tandemvoice.call.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * That a call rings together with others, or one after them, until one is answered.
 *
 * @param groupcallId the group, or the nil UUID
 * @param ownerId the agent whose phone it rings, or the nil UUID
 */
public record GroupMembership(UUID groupcallId, UUID ownerId) {

  public static final GroupMembership NONE =
      new GroupMembership(OwnedResource.NIL, OwnedResource.NIL);
}
