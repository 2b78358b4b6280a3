package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallAdmission;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.ActionLists;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.control.MemberFlow;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.groupcall.control.GroupTemplates;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.number.control.PhoneNumbers;

/** What must be true of a customer's order to call somebody before anybody is called. */
@ApplicationScoped
public class PlacementRules {

  @Inject private CallAdmission admission;
  @Inject private Destinations destinations;
  @Inject private GroupTemplates templates;
  @Inject private ActionLists lists;
  @Inject private Flows flows;
  @Inject private PhoneNumbers numbers;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Who calls with a number must own it (C-46).
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}
   */
  void requireOwn(CustomerId customer, Address source) {
    if (source.type().equals("tel") && numbers.findOwn(customer, source.target()).isEmpty()) {
      throw PlatformException.invalid(
          "source.target",
          "is \""
              + source.target()
              + "\": give a number of yours, see GET /numbers and POST /numbers");
    }
  }

  /**
   * The destinations with everything in them that is named by id.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the one that means nobody: that is a
   *     mistake in the request, not a call that fails (C-45)
   */
  List<GroupDestination> known(CustomerId customer, List<GroupDestination> given) {
    List<GroupDestination> expanded = templates.expand(customer, given, "destinations");
    requireKnown(customer, expanded, "destinations");
    return expanded;
  }

  /**
   * The telephone numbers among the destinations that are dialled at once must be allowed and
   * affordable together; one that comes later fails by itself.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE} (C-44), or the code of the rule
   */
  void requireAllowed(CustomerId customer, List<GroupDestination> all, boolean oneByOne) {
    List<Address> addresses = new ArrayList<>();
    collect(all, oneByOne, addresses);
    admission.require(customer, addresses);
  }

  private static void collect(List<GroupDestination> all, boolean oneByOne, List<Address> to) {
    for (GroupDestination one : oneByOne ? all.subList(0, Math.min(1, all.size())) : all) {
      if (one.isNested()) {
        collect(one.members(), one.order().isLinear(), to);
      } else {
        to.add(one.address());
      }
    }
  }

  private void requireKnown(CustomerId customer, List<GroupDestination> all, String field) {
    for (int i = 0; i < all.size(); i++) {
      GroupDestination one = all.get(i);
      String entry = field + "[" + i + "]";
      if (one.isNested()) {
        requireKnown(customer, one.members(), entry + ".destinations");
      } else if (!destinations.isKnown(customer, one.address())) {
        throw unknown(one.address(), entry);
      }
    }
  }

  private static PlatformException unknown(Address address, String field) {
    String name = address.targetName().isBlank() ? "target" : "target_name";
    String value = address.targetName().isBlank() ? address.target() : address.targetName();
    return PlatformException.invalid(
        field + "." + name,
        "is \"" + value + "\": there is no " + address.type() + " of that value, name or id");
  }

  /**
   * The flow of this id, or one made of the actions.
   *
   * @throws PlatformException {@code FLOW_NOT_FOUND} (C-47), {@code INVALID_ARGUMENT} naming the
   *     action
   */
  Flow flow(CustomerId customer, UUID id, JsonArray actions, String field) {
    if (!id.equals(OwnedResource.NIL)) {
      return flows
          .find(customer, id)
          .orElseThrow(
              () -> new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + id));
    }
    String read = lists.read(actions, field).toString();
    Flow made = Flow.temporary(ids.next(), customer, read, clock.instant());
    flows.add(made);
    return made;
  }

  /** The destinations, each nested groupcall with the plan of the flow or actions given with it. */
  List<GroupDestination> planned(
      CustomerId customer, List<GroupDestination> all, MemberFlow around, String field) {
    GroupDestination[] planned = new GroupDestination[all.size()];
    for (int i = 0; i < planned.length; i++) {
      String entry = field + "[" + i + "]";
      planned[i] = planned(customer, all.get(i), around, entry);
    }
    return List.of(planned);
  }

  private GroupDestination planned(
      CustomerId customer, GroupDestination one, MemberFlow around, String field) {
    if (!one.isNested()) {
      return one;
    }
    GroupDestination inside =
        one.of(planned(customer, one.members(), around, field + ".destinations"), one.order());
    boolean hasOwn = !one.flowId().equals(OwnedResource.NIL) || !one.plan().isEmpty();
    if (!hasOwn || one.plan().startsWith("{")) {
      return inside;
    }
    JsonArray actions = JsonText.array(one.plan().isEmpty() ? "[]" : one.plan());
    Flow flow = flow(customer, one.flowId(), actions, field + ".actions");
    return inside.running(flow.uuid(), around.with(FlowPlan.of(flow)).text());
  }
}
