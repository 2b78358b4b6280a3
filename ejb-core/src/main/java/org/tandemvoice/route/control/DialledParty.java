package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.IncomingLeg;

/** Another extension, or a party by its SIP address: the caller is connected to it. */
@ApplicationScoped
public class DialledParty implements DialledKind {

  private static final Set<String> TYPES = Set.of("extension", "sip");

  @Inject private Destinations destinations;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    Address dialled = leg.destination();
    return TYPES.contains(dialled.type()) && destinations.isKnown(leg.customerId(), dialled)
        ? Optional.of(Reception.connect(dialled))
        : Optional.empty();
  }
}
