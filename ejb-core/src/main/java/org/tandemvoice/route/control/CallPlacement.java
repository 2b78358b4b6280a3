package org.tandemvoice.route.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallDocument;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowCall;
import org.tandemvoice.flow.control.FlowCalls;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.MemberFlow;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.groupcall.control.GroupOrder;
import org.tandemvoice.groupcall.entity.AnswerMethod;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.RingOrder;

/**
 * Carries out POST /calls: one call a number or SIP address, one groupcall an extension, agent or
 * group (contract section 5), all or none, each with the flow it runs when answered.
 */
@Stateless
public class CallPlacement {

  private static final Set<String> GROUPS = Set.of("extension", "agent", "groupcall");

  @Inject private FlowCalls calls;
  @Inject private GroupPlacement groups;
  @Inject private CallDocument document;
  @Inject private PlacementRules rules;

  /**
   * @return the calls as they are now, {@code dialing}
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   *     (C-47), {@code INSUFFICIENT_BALANCE} (C-44), {@code SERVICE_UNAVAILABLE}; no call has been
   *     made then
   */
  public Placement place(CustomerId customer, CallOrder order) {
    rules.requireOwn(customer, order.source());
    List<GroupDestination> destinations = rules.known(customer, order.destinations());
    Flow flow = rules.flow(customer, order.flowId(), order.actions(), "actions");
    FlowPlan plan = FlowPlan.of(flow);
    MemberFlow member =
        new MemberFlow(plan, order.variables(), order.early(), OwnedResource.NIL, order.metadata());
    destinations = rules.planned(customer, destinations, member, "destinations");
    rules.requireAllowed(customer, destinations, false);
    Placement placed = Placement.none();
    for (GroupDestination destination : destinations) {
      if (GROUPS.contains(destination.address().type())) {
        groups.ring(group(customer, order, destination, member), placed);
      } else {
        placed.add(document.of(calls.place(call(customer, order, destination, plan))));
      }
    }
    return placed;
  }

  /**
   * The same for single parties that are to be reached by a way of the caller's choice.
   *
   * @param way where to dial an address
   * @return one call a destination, in their order
   */
  public List<Call> place(CustomerId customer, CallOrder order, Function<Address, LegTarget> way) {
    rules.requireOwn(customer, order.source());
    FlowPlan plan = FlowPlan.of(rules.flow(customer, order.flowId(), order.actions(), "actions"));
    rules.requireAllowed(customer, order.destinations(), false);
    return order.destinations().stream()
        .map(to -> calls.place(call(customer, order, to, plan), way.apply(to.address())))
        .toList();
  }

  private static GroupOrder group(
      CustomerId customer, CallOrder order, GroupDestination destination, MemberFlow member) {
    return new GroupOrder(
        customer,
        order.source(),
        List.of(destination),
        RingOrder.UNSET,
        AnswerMethod.UNSET,
        order.dialTimeout(),
        Optional.empty(),
        member.plan().flowId(),
        member.text());
  }

  private static FlowCall call(
      CustomerId customer, CallOrder order, GroupDestination destination, FlowPlan plan) {
    Duration own = destination.dialTimeout();
    return new FlowCall(
        customer,
        order.source(),
        destination.address(),
        own.isZero() ? order.dialTimeout() : own,
        plan,
        order.variables(),
        order.early(),
        Optional.empty(),
        OwnedResource.NIL,
        order.metadata());
  }
}
