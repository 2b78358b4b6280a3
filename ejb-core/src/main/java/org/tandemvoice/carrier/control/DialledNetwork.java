package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.address.control.E164;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.route.control.DialledKind;
import org.tandemvoice.route.control.Reception;

/**
 * A number that the customer does not own, dialled by a phone or a trunk: a call that belongs to
 * the customer (contract section 14), into the network or to whoever on this server owns the
 * number. Somebody outside has no such calls.
 */
@ApplicationScoped
public class DialledNetwork implements DialledKind {

  @Inject private PhoneNumbers numbers;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    boolean isForeign =
        leg.origin().isOwn()
            && E164.matches(leg.e164())
            && numbers.findOwn(leg.customerId(), leg.e164()).isEmpty();
    return isForeign
        ? Optional.of(Reception.connect(Address.of("tel", leg.e164())))
        : Optional.empty();
  }
}
