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
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.ActionLists;
import org.tandemvoice.flow.control.FlowCall;
import org.tandemvoice.flow.control.FlowCalls;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.number.control.PhoneNumbers;

/**
 * Carries out POST /calls: one call a destination, all or none, each with the flow it runs when
 * answered.
 */
@Stateless
public class CallPlacement {

  @Inject private FlowCalls calls;
  @Inject private CallDocument document;
  @Inject private Destinations destinations;
  @Inject private ActionLists lists;
  @Inject private Flows flows;
  @Inject private PhoneNumbers numbers;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @return the calls as they are now, {@code dialing}
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   *     (C-47), {@code SERVICE_UNAVAILABLE}; no call has been made then
   */
  public List<JsonObject> place(CustomerId customer, CallOrder order) {
    requireOwn(customer, order.source());
    for (int i = 0; i < order.destinations().size(); i++) {
      requireKnown(customer, order.destinations().get(i), "destinations[" + i + "]");
    }
    FlowPlan plan = FlowPlan.of(flow(customer, order));
    return order.destinations().stream()
        .map(destination -> document.of(dial(customer, order, destination, plan)))
        .toList();
  }

  /** Who calls with a number must own it (C-46). */
  private void requireOwn(CustomerId customer, Address source) {
    if (source.type().equals("tel") && numbers.findOwn(customer, source.target()).isEmpty()) {
      throw PlatformException.invalid(
          "source.target",
          "is \""
              + source.target()
              + "\": give a number of yours, see GET /numbers and POST /numbers");
    }
  }

  /** Nobody of that name is a mistake in the request, not a call that fails (C-45). */
  private void requireKnown(CustomerId customer, Address address, String field) {
    if (!destinations.isKnown(customer, address)) {
      String name = address.targetName().isBlank() ? "target" : "target_name";
      String value = address.targetName().isBlank() ? address.target() : address.targetName();
      throw PlatformException.invalid(
          field + "." + name,
          "is \"" + value + "\": there is no " + address.type() + " of that value, name or id");
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
    String actions = lists.read(order.actions(), "actions").toString();
    Flow made = Flow.temporary(ids.next(), customer, actions, clock.instant());
    flows.add(made);
    return made;
  }

  private Call dial(CustomerId customer, CallOrder order, Address destination, FlowPlan plan) {
    return calls.place(
        new FlowCall(
            customer,
            order.source(),
            destination,
            order.dialTimeout(),
            plan,
            order.variables(),
            order.early(),
            Optional.empty(),
            OwnedResource.NIL));
  }
}
