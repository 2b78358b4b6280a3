package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.DialRequest;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.call.entity.GroupMembership;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.groupcall.control.MemberDialing;
import org.tandemvoice.groupcall.entity.Groupcall;

/** Dials the parties of groupcalls, each with the flow it runs if it is the one that answers. */
@ApplicationScoped
public class FlowMembers implements MemberDialing {

  @Inject private Dialing dialing;
  @Inject private Destinations destinations;
  @Inject private FlowCalls calls;

  @Override
  public Call dial(Groupcall group, Address destination, Duration timeout) {
    GroupMembership membership =
        new GroupMembership(group.uuid(), group.owner().orElse(OwnedResource.NIL));
    if (group.plan().isEmpty()) {
      return dialing.dial(
          new DialRequest(
              group.customerId(),
              group.source(),
              destination,
              destinations.targets(group.customerId(), group.source(), destination),
              timeout,
              FlowReference.NONE,
              group.masterCall(),
              CallMetadata.NONE),
          membership);
    }
    MemberFlow flow = MemberFlow.parse(group.plan());
    boolean isAlone = group.master().isEmpty() && group.destinations().size() == 1;
    return calls.place(
        new FlowCall(
            group.customerId(),
            group.source(),
            destination,
            timeout,
            flow.plan(),
            flow.variables(),
            flow.early() && isAlone,
            group.masterCall(),
            flow.referenceActiveflowId(),
            flow.metadata()),
        membership);
  }
}
