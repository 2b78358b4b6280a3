package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.IncomingLeg;

/** An agent, as {@code agent:<id>}: the caller is connected to whichever phone answers first. */
@ApplicationScoped
public class DialledAgent implements DialledKind {

  @Inject private Destinations destinations;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    Address dialled = leg.destination();
    return dialled.type().equals("agent") && destinations.isKnown(leg.customerId(), dialled)
        ? Optional.of(Reception.connect(dialled))
        : Optional.empty();
  }
}
