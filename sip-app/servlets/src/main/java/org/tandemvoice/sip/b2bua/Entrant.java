package org.tandemvoice.sip.b2bua;

import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Who is let in with a new call.
 *
 * @param customer whose call it is: whose phone or trunk calls, or who is called from outside
 * @param source the caller, as far as it is known
 * @param guest that the caller has not proved who it is
 * @param reached what the address that was called stands for; empty if for itself
 */
record Entrant(
    CustomerId customer,
    Address source,
    LegOrigin origin,
    Optional<Guest> guest,
    Optional<String> reached) {

  static Entrant of(CustomerId customer, Address source, LegOrigin origin) {
    return new Entrant(customer, source, origin, Optional.empty(), Optional.empty());
  }

  /** Somebody outside, who calls a number of the customer. */
  static Entrant outside(CustomerId customer, Address source, String sourceAddress) {
    return new Entrant(
        customer,
        source,
        new LegOrigin.Outside(),
        Optional.of(new Guest(customer.value(), sourceAddress)),
        Optional.empty());
  }

  /** The same, for whom the address that was called means this. */
  Entrant reaching(String dialled) {
    return new Entrant(customer, source, origin, guest, Optional.of(dialled));
  }
}
