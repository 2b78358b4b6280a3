package org.tandemvoice.call.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * The flow a call runs.
 *
 * @param flowId the flow, or the nil UUID if its actions belong to none
 * @param activeflowId its execution on this call
 */
public record FlowReference(UUID flowId, UUID activeflowId) {

  /** The call runs no flow of its own. */
  public static final FlowReference NONE = new FlowReference(OwnedResource.NIL, OwnedResource.NIL);
}
