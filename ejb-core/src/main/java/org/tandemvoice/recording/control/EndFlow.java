package org.tandemvoice.recording.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.recording.entity.Recording;

/**
 * The flow that runs when a recording has ended ({@code on_end_flow_id}). A port: flows stand above
 * recordings, which know no more of them than this.
 */
public interface EndFlow {

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code FLOW_NOT_FOUND} unless it is
   *     the nil UUID or a flow of the customer
   */
  void require(CustomerId customer, UUID flow);

  /** Begins it, inside the transaction that ends the recording. A flow deleted since is nothing. */
  void begin(Recording recording);
}
