package org.tandemvoice.route.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallDocument;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.MemberFlow;
import org.tandemvoice.flow.control.VariableReader;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.groupcall.control.GroupDestinationReader;
import org.tandemvoice.groupcall.control.GroupOrder;
import org.tandemvoice.groupcall.control.GroupcallDocument;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.json.control.JsonFields;

/** Carries out POST /groupcalls (inventory section 15): the flow runs for whoever answers. */
@Stateless
public class GroupPlacement {

  @Inject private Ringing ringing;
  @Inject private Groupcalls groupcalls;
  @Inject private GroupcallDocument document;
  @Inject private Calls calls;
  @Inject private CallDocument callDocument;
  @Inject private PlacementRules rules;

  /**
   * @return the groupcall, which rings
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND},
   *     {@code SERVICE_UNAVAILABLE}; nobody is called then
   */
  public JsonObject place(CustomerId customer, JsonFields body) {
    List<GroupDestination> given = GroupDestinationReader.read(body);
    Address source = AddressReader.source(body.object("source"));
    rules.requireOwn(customer, source);
    List<GroupDestination> destinations = rules.known(customer, given);
    Flow flow = rules.flow(customer, body.uuid("flow_id"), actions(body), "actions");
    MemberFlow member =
        new MemberFlow(
            FlowPlan.of(flow),
            VariableReader.read(body),
            false,
            OwnedResource.NIL,
            CallMetadata.read(body));
    RingOrder order = GroupDestinationReader.order(body);
    rules.requireAllowed(customer, destinations, order.isLinear());
    return document.of(
        ringing.ring(
            new GroupOrder(
                customer,
                source,
                rules.planned(customer, destinations, member, "destinations"),
                order,
                GroupDestinationReader.answerMethod(body),
                GroupDestinationReader.dialTimeout(body),
                Optional.empty(),
                flow.uuid(),
                member.text())));
  }

  private static JsonArray actions(JsonFields body) {
    body.objects("actions");
    return body.json().get("actions") instanceof JsonArray given
        ? given
        : JsonValue.EMPTY_JSON_ARRAY;
  }

  /** Begins a groupcall as part of a greater order. */
  public void ring(GroupOrder order, Placement placed) {
    Groupcall group = ringing.ring(order);
    placed.add(
        document.of(group),
        members(group).flatMap(id -> calls.lock(id).stream()).map(callDocument::of).toList());
  }

  private Stream<CallId> members(Groupcall group) {
    return Stream.concat(
        group.calls().stream(),
        group.groupcalls().stream()
            .flatMap(id -> groupcalls.lock(id).stream())
            .flatMap(this::members));
  }
}
