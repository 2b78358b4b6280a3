package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.json.control.JsonFields;

/** {@code conference:<id>}: the caller joins it as a participant. */
@ApplicationScoped
public class DialledConference implements DialledKind {

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    Address dialled = leg.destination();
    return dialled.type().equals("conference") && JsonFields.uuidOf(dialled.target()).isPresent()
        ? Optional.of(new Reception(FlowPlan.joining(dialled.target()), false))
        : Optional.empty();
  }
}
