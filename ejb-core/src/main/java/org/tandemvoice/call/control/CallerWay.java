package org.tandemvoice.call.control;

import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A way that calls of certain callers take instead of the usual one; one file each. {@link
 * Destinations} finds them by CDI: adding one edits no other file.
 */
public interface CallerWay {

  /** Where to send the call; empty if it goes the usual way. */
  Optional<LegTarget> to(CustomerId customer, Address source, Address destination);
}
