package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.groupcall.control.GroupOrder;
import org.tandemvoice.groupcall.control.GroupTemplates;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.groupcall.entity.AnswerMethod;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.RingOrder;

/**
 * Rings parties for a flow. A single party needs no groupcall; several, an agent or a group are
 * one.
 */
@ApplicationScoped
public class FlowRings {

  private static final Set<String> GROUPS = Set.of("agent", "groupcall");

  @Inject private Dialing dialing;
  @Inject private Groupcalls groupcalls;
  @Inject private GroupTemplates templates;
  @Inject private Ringing ringing;

  /** Whether whoever answers at this address is one of several that ring. */
  public static boolean isGroup(GroupDestination destination) {
    return GROUPS.contains(destination.address().type());
  }

  Optional<UUID> ring(Call master, RingRequest request) {
    List<GroupDestination> destinations = expand(master.customerId(), request.destinations());
    GroupDestination first = destinations.get(0);
    if (destinations.size() == 1 && !isGroup(first)) {
      Duration own = first.dialTimeout();
      Duration timeout = own.isZero() ? request.timeout() : own;
      return Optional.of(
          dialing.chained(master, request.source(), first.address(), timeout).uuid());
    }
    Groupcall group =
        ringing.ring(
            GroupOrder.forCall(
                master.customerId(),
                master.id(),
                request.source(),
                destinations,
                request.order(),
                request.timeout()));
    return group.isOpen() ? Optional.of(group.uuid()) : Optional.empty();
  }

  boolean isRung(Call call, UUID token) {
    return call.uuid().equals(token)
        || call.membership()
            .groupcall()
            .flatMap(groupcalls::rootOf)
            .filter(token::equals)
            .isPresent();
  }

  void place(FlowCall order, GroupDestination group) {
    MemberFlow member =
        new MemberFlow(
            order.plan(),
            order.variables(),
            order.early(),
            order.referenceActiveflowId(),
            order.metadata());
    ringing.ring(
        new GroupOrder(
            order.customer(),
            order.source(),
            expand(order.customer(), List.of(group)),
            RingOrder.UNSET,
            AnswerMethod.UNSET,
            order.dialTimeout(),
            order.master(),
            order.plan().flowId(),
            member.text()));
  }

  /** What was given to run in nested groups is not for parties that a flow talks to. */
  private List<GroupDestination> expand(CustomerId customer, List<GroupDestination> given) {
    return templates.expand(customer, given, "destinations").stream()
        .map(GroupDestination::withoutPlans)
        .toList();
  }
}
