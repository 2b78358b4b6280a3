package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.address.control.E164;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.route.control.DialledKind;
import org.tandemvoice.route.control.Reception;

/**
 * A number that is none of this server's, dialled by a phone or a trunk: a call into the network
 * that belongs to the customer (contract section 14). Somebody outside has no such calls.
 */
@ApplicationScoped
public class DialledNetwork implements DialledKind {

  @Inject private PhoneNumbers numbers;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    boolean isCustomers = !(leg.origin() instanceof LegOrigin.Outside);
    return isCustomers && E164.matches(leg.e164()) && numbers.find(leg.e164()).isEmpty()
        ? Optional.of(Reception.connect(Address.of("tel", leg.e164())))
        : Optional.empty();
  }
}
