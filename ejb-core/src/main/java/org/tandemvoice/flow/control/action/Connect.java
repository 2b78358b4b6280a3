package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.control.Anonymity;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.RingRequest;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.flow.control.Whisper;
import org.tandemvoice.groupcall.control.GroupDestinationReader;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.json.control.JsonFields;

/**
 * Calls other parties and joins the first that answers with this call: {@code destinations} (agents
 * and groups as well), {@code ring_method} ({@code ring_all} or {@code linear}), {@code source}
 * (default: who this call is from), {@code anonymous} (yes, no or auto), {@code ring_timeout} in
 * milliseconds (default 30000), {@code early_media} (what the only called party plays before it
 * answers is passed on), {@code relay_reason} (an unanswered caller is refused with the reason of
 * the called side). Goes on when the joined party has hung up.
 */
@ApplicationScoped
public class Connect implements FlowAction {

  @Override
  public String type() {
    return "connect";
  }

  @Override
  public Requirement requires() {
    return Requirement.REACHED_CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    List<GroupDestination> destinations = GroupDestinationReader.read(options);
    Address only = destinations.get(0).address();
    if (destinations.size() == 1 && only.type().equals("conference")) {
      FlowPlan joining = FlowPlan.joining(only.target());
      return context -> new Step.Enter(joining.frame());
    }
    long timeoutMs = options.integer("ring_timeout", 30_000, 1_000, 600_000);
    return new Connecting(
        AddressReader.source(options.object("source")),
        Anonymity.read(options),
        destinations,
        GroupDestinationReader.order(options),
        Duration.ofMillis(timeoutMs),
        options.flag("early_media", false),
        options.flag("relay_reason", false),
        Whisper.read(options));
  }

  private record Connecting(
      Address source,
      Anonymity anonymity,
      List<GroupDestination> destinations,
      RingOrder order,
      Duration timeout,
      boolean relaysSound,
      boolean relaysReason,
      Optional<Whisper> whisper)
      implements Instruction {

    private static final String JOINED = "joined ";

    @Override
    public Step start(FlowContext context) {
      Address caller = source.equals(Address.NONE) ? context.call().source() : source;
      Address shown = anonymity.of(caller);
      Optional<UUID> parties = context.ring(new RingRequest(shown, destinations, order, timeout));
      parties.ifPresent(token -> context.remember(token.toString()));
      return parties.isPresent() ? Step.WAIT : nobody(ReleaseCause.UNREACHABLE, context);
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      if (isJoined(context)) {
        return fact instanceof CallFact.Parted && context.isOwn(fact) ? Step.NEXT : Step.WAIT;
      }
      if (Whisper.isUnderWay(context)) {
        return asked(whisper.orElseThrow().judge(fact, context), context);
      }
      Call party = fact.call();
      if (!isParty(party, context)) {
        return Step.WAIT;
      }
      if (fact instanceof CallFact.Rang) {
        return ringing(context);
      }
      if (fact instanceof CallFact.Sounds sounds) {
        return sounding(party, sounds.sdp(), context);
      }
      if (fact instanceof CallFact.Answered) {
        return partyAnswered(party, context);
      }
      return fact instanceof CallFact.Ended ? partyEnded(party, context) : Step.WAIT;
    }

    /** One this action has dialled: the call may have others chained to it. */
    private static boolean isParty(Call party, FlowContext context) {
      return JsonFields.uuidOf(context.memory())
          .map(token -> context.isRung(party, token))
          .orElseGet(() -> context.memory().contains(party.id().toString()));
    }

    private static boolean isJoined(FlowContext context) {
      return context.memory().startsWith(JOINED);
    }

    private static Step ringing(FlowContext context) {
      if (context.call().direction() == CallDirection.INCOMING) {
        context.ring();
      }
      return Step.WAIT;
    }

    /** Of several parties none is heard before it is known whose answer counts. */
    private Step sounding(Call party, String sdp, FlowContext context) {
      if (relaysSound && whisper.isEmpty() && openParties(context).size() == 1) {
        context.hear(party, sdp);
      }
      return Step.WAIT;
    }

    @Override
    public Step on(FlowFact fact, FlowContext context) {
      return Whisper.isTooLate(fact, context)
          ? asked(Whisper.Verdict.REJECTED, context)
          : Step.WAIT;
    }

    /** What the party said to the question whether it takes the caller. */
    private Step asked(Whisper.Verdict verdict, FlowContext context) {
      return switch (verdict) {
        case OPEN -> Step.WAIT;
        case ACCEPTED -> join(openParties(context).get(0), context);
        case REJECTED -> {
          openParties(context).forEach(party -> context.release(party, ReleaseCause.NORMAL));
          yield nobody(ReleaseCause.DECLINED, context);
        }
      };
    }

    private Step partyAnswered(Call party, FlowContext context) {
      if (whisper.isPresent()) {
        whisper.get().ask(party, context);
        return Step.WAIT;
      }
      return join(party, context);
    }

    private static Step join(Call party, FlowContext context) {
      context.remember(JOINED + party.id());
      Call caller = context.call();
      context.join(party);
      if (caller.status() != CallStatus.PROGRESSING) {
        context.send(new AnswerLeg(caller));
      }
      return Step.WAIT;
    }

    private Step partyEnded(Call party, FlowContext context) {
      if (!openParties(context).isEmpty()) {
        return Step.WAIT;
      }
      return nobody(party.releaseCause().orElse(ReleaseCause.UNREACHABLE), context);
    }

    private Step nobody(ReleaseCause cause, FlowContext context) {
      boolean relays = relaysReason && context.call().status().isWaiting();
      return relays ? new Step.Finish(cause) : Step.NEXT;
    }

    @Override
    public void leave(FlowContext context) {
      openParties(context).forEach(party -> context.release(party, ReleaseCause.NORMAL));
    }

    private static List<Call> openParties(FlowContext context) {
      return context.openChained().stream().filter(call -> isParty(call, context)).toList();
    }
  }
}
