package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.number.control.PhoneNumbers;

/** A number of the customer: it rings until its flow answers (inventory section 10). */
@ApplicationScoped
public class DialledNumber implements DialledKind {

  @Inject private Flows flows;
  @Inject private PhoneNumbers numbers;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    return leg.e164().isEmpty()
        ? Optional.empty()
        : numbers
            .findOwn(leg.customerId(), leg.e164())
            .map(number -> run(leg, number.profile().callFlowId()));
  }

  private Reception run(IncomingLeg leg, UUID flowId) {
    return flows
        .find(leg.customerId(), flowId)
        .map(flow -> new Reception(FlowPlan.of(flow), true))
        .orElseThrow(
            () -> new PlatformException(ErrorCode.ROUTE_NOT_FOUND, leg.dialled() + " has no flow"));
  }
}
