package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.json.control.JsonFields;

/** A flow, as {@code flow:<id>}: it rings until the flow answers. */
@ApplicationScoped
public class DialledFlow implements DialledKind {

  @Inject private Flows flows;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    return leg.destination().type().equals("flow")
        ? JsonFields.uuidOf(leg.destination().target())
            .flatMap(id -> flows.find(leg.customerId(), id))
            .map(flow -> new Reception(FlowPlan.of(flow), true))
        : Optional.empty();
  }
}
