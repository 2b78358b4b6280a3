package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.control.Anonymity;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowDocument;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.groupcall.control.GroupDestinationReader;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.json.control.JsonFields;

/**
 * Places further calls with a flow of their own and goes on at once: {@code destinations}, {@code
 * source} (default who this call is from), {@code flow_id} or {@code actions}, {@code chained}
 * (they end with this call), {@code early_execution}, {@code anonymous} (yes, no or auto).
 */
@ApplicationScoped
public class Call implements FlowAction {

  private FlowDocument document;

  protected Call() {}

  @Inject
  public Call(FlowDocument document) {
    this.document = document;
  }

  @Override
  public String type() {
    return "call";
  }

  @Override
  public Set<String> verbatim() {
    return Set.of("actions");
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Placing(
        AddressReader.source(options.object("source")),
        Anonymity.read(options),
        GroupDestinationReader.read(options),
        options.uuid("flow_id"),
        document.actions(options).toString(),
        options.flag("chained", false),
        options.flag("early_execution", false));
  }

  private record Placing(
      Address source,
      Anonymity anonymity,
      List<GroupDestination> destinations,
      UUID flowId,
      String actions,
      boolean chained,
      boolean early)
      implements Instruction {

    @Override
    public Step start(FlowContext context) {
      FlowPlan plan =
          flowId.equals(OwnedResource.NIL)
              ? FlowPlan.of(actions)
              : FlowPlan.of(context.flow(flowId));
      Optional<CallId> master =
          chained ? context.callIfAny().map(call -> call.id()) : Optional.empty();
      Address caller =
          source.equals(Address.NONE)
              ? context.callIfAny().map(call -> call.source()).orElse(Address.NONE)
              : source;
      Address shown = anonymity.of(caller);
      destinations.forEach(destination -> context.place(shown, destination, plan, early, master));
      return Step.NEXT;
    }
  }
}
