package org.tandemvoice.route.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallDocument;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.DialRequest;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowActions;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.identity.control.TimeOrderedIds;

/**
 * Carries out POST /calls: one call a destination, all or none, each with the flow it runs when
 * answered.
 */
@Stateless
public class CallPlacement {

  @Inject private Dialing dialing;
  @Inject private CallDocument document;
  @Inject private Destinations destinations;
  @Inject private FlowActions actions;
  @Inject private FlowRunner runner;
  @Inject private Flows flows;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @return the calls as they are now, {@code dialing}
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   *     (C-47), {@code SERVICE_UNAVAILABLE}; no call has been made then
   */
  public List<JsonObject> place(CustomerId customer, CallOrder order) {
    actions.check(order.actions(), "actions");
    for (int i = 0; i < order.destinations().size(); i++) {
      requireKnown(customer, order.destinations().get(i), "destinations[" + i + "]");
    }
    Flow flow = flow(customer, order);
    return order.destinations().stream()
        .map(destination -> document.of(dial(customer, order, destination, flow)))
        .toList();
  }

  /** An extension that does not exist is a mistake in the request, not a call that fails (C-45). */
  private void requireKnown(CustomerId customer, Address address, String field) {
    if (address.type().equals("extension") && destinations.extension(customer, address).isEmpty()) {
      String name = address.targetName().isBlank() ? "target" : "target_name";
      String value = address.targetName().isBlank() ? address.target() : address.targetName();
      throw PlatformException.invalid(
          field + "." + name, "is \"" + value + "\": there is no extension of that value or name");
    }
  }

  private Flow flow(CustomerId customer, CallOrder order) {
    UUID id = order.flowId();
    if (!id.equals(OwnedResource.NIL)) {
      return flows
          .find(customer, id)
          .orElseThrow(
              () -> new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + id));
    }
    Flow made = Flow.temporary(ids.next(), customer, order.actions().toString(), clock.instant());
    flows.add(made);
    return made;
  }

  private Call dial(CustomerId customer, CallOrder order, Address destination, Flow flow) {
    List<LegTarget> targets = destinations.targets(customer, destination);
    Call call =
        dialing.dial(
            new DialRequest(
                customer,
                order.source(),
                destination,
                targets,
                order.dialTimeout(),
                runner.reference(flow.uuid()),
                Optional.empty()));
    runner.attach(call, flow.actions());
    return call;
  }
}
