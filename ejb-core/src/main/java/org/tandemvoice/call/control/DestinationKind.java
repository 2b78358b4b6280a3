package org.tandemvoice.call.control;

import java.util.List;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Addresses of one kind, as destinations of outgoing calls; one file each. {@link Destinations}
 * finds them by CDI: adding one edits no other file.
 */
public interface DestinationKind {

  /** The types of address it serves, none of which another kind serves. */
  Set<String> types();

  /** Whether the address means anybody this customer can call, reachable now or not. */
  boolean isKnown(CustomerId customer, Address address);

  /** Every place to ring at once; none if the address cannot be reached now. */
  List<LegTarget> targets(CustomerId customer, Address address);
}
