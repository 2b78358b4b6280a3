package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.control.command.BridgeLegs;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Calls other parties and joins the first that answers with this call: {@code destinations}, {@code
 * source} (default: who this call is from), {@code ring_timeout} in milliseconds (default 30000),
 * {@code relay_reason} (an unanswered caller is refused with the reason of the called side). Goes
 * on when the joined party has hung up.
 */
@ApplicationScoped
public class Connect implements FlowAction {

  @Override
  public String type() {
    return "connect";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    List<Address> destinations =
        options.objects("destinations").stream().map(AddressReader::callable).toList();
    if (destinations.isEmpty()) {
      throw options.invalid("destinations", "is missing: give at least one address");
    }
    long timeoutMs = options.integer("ring_timeout", 30_000, 1_000, 600_000);
    return new Connecting(
        AddressReader.source(options.object("source")),
        destinations,
        Duration.ofMillis(timeoutMs),
        options.flag("relay_reason", false));
  }

  private record Connecting(
      Address source, List<Address> destinations, Duration timeout, boolean relaysReason)
      implements Instruction {

    private static final String JOINED = "joined ";

    @Override
    public Step start(FlowContext context) {
      Address shown = source.equals(Address.NONE) ? context.call().source() : source;
      destinations.forEach(destination -> context.dial(shown, destination, timeout));
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      boolean own = fact.call().id().equals(context.call().id());
      if (fact instanceof CallFact.Rang && !own) {
        return ringing(context);
      }
      if (fact instanceof CallFact.Answered && !own) {
        return partyAnswered(fact.call(), context);
      }
      if (fact instanceof CallFact.Ended && !own) {
        return partyEnded(fact.call(), context);
      }
      return Step.WAIT;
    }

    private static Step ringing(FlowContext context) {
      if (context.call().direction() == CallDirection.INCOMING) {
        context.states().ringing(context.call());
      }
      return Step.WAIT;
    }

    private static Step partyAnswered(Call party, FlowContext context) {
      if (!context.memory().isEmpty()) {
        context.states().release(party, ReleaseCause.NORMAL);
        return Step.WAIT;
      }
      context.remember(JOINED + party.id());
      context.openChained().stream()
          .filter(other -> !other.id().equals(party.id()))
          .forEach(other -> context.states().release(other, ReleaseCause.NORMAL));
      Call caller = context.call();
      context.send(new BridgeLegs(caller, party.id()));
      if (caller.status() != CallStatus.PROGRESSING) {
        context.send(new AnswerLeg(caller));
      }
      return Step.WAIT;
    }

    private Step partyEnded(Call party, FlowContext context) {
      if (context.memory().equals(JOINED + party.id())) {
        return Step.NEXT;
      }
      if (!context.memory().isEmpty() || !context.openChained().isEmpty()) {
        return Step.WAIT;
      }
      if (relaysReason && context.call().status().isWaiting()) {
        context.release(party.releaseCause().orElse(ReleaseCause.UNREACHABLE));
        return Step.WAIT;
      }
      return Step.NEXT;
    }
  }
}
