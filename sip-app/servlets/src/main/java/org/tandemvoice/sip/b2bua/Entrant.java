package org.tandemvoice.sip.b2bua;

import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Who is let in with a new call.
 *
 * @param customer whose call it is
 * @param source the caller, as far as it is known
 * @param guest that the caller has not proved who it is
 */
record Entrant(CustomerId customer, Address source, Optional<Guest> guest) {}
