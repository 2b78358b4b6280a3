package org.tandemvoice.groupcall.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.groupcall.entity.AnswerMethod;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.RingOrder;

/**
 * A groupcall to be begun.
 *
 * @param masterCall the call its calls shall be chained to, locked by whoever orders
 * @param flowId see {@link org.tandemvoice.groupcall.entity.GroupcallDraft}
 * @param plan see {@link org.tandemvoice.groupcall.entity.GroupcallDraft}
 */
public record GroupOrder(
    CustomerId customer,
    Address source,
    List<GroupDestination> destinations,
    RingOrder order,
    AnswerMethod answerMethod,
    Duration dialTimeout,
    Optional<CallId> masterCall,
    UUID flowId,
    String plan) {

  public GroupOrder {
    destinations = List.copyOf(destinations);
  }

  /** One whose calls run no flow, for a call that wants to talk to whoever answers. */
  public static GroupOrder forCall(
      CustomerId customer,
      CallId master,
      Address source,
      List<GroupDestination> destinations,
      RingOrder order,
      Duration dialTimeout) {
    return new GroupOrder(
        customer,
        source,
        destinations,
        order,
        AnswerMethod.UNSET,
        dialTimeout,
        Optional.of(master),
        OwnedResource.NIL,
        "");
  }
}
