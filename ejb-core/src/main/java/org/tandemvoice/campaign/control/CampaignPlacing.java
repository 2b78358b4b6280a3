package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignProfile;
import org.tandemvoice.campaign.entity.CampaignType;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.campaign.entity.CampaigncallResult;
import org.tandemvoice.campaign.entity.TargetProfile;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowCall;
import org.tandemvoice.flow.control.FlowCalls;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.FlowRings;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.control.MemberFlow;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.groupcall.control.GroupOrder;
import org.tandemvoice.groupcall.control.Ringing;
import org.tandemvoice.groupcall.entity.AnswerMethod;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.RingOrder;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.number.control.PhoneNumbers;

/**
 * Begins a try: counts it, makes the campaigncall and the call that carries it out, all in the
 * transaction of whoever decided it. The INVITE leaves after the commit.
 */
@ApplicationScoped
public class CampaignPlacing {

  @Inject private Campaigncalls campaigncalls;
  @Inject private CampaigncallStates states;
  @Inject private CampaignEvents events;
  @Inject private FlowCalls calls;
  @Inject private FlowRunner runner;
  @Inject private Flows flows;
  @Inject private Ringing ringing;
  @Inject private PhoneNumbers numbers;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException whatever the making of calls refuses; the transaction must be rolled
   *     back then
   */
  void begin(DialTry next) {
    Campaigncall campaigncall = counted(next);
    requireOwn(campaigncall);
    FlowPlan plan = plan(next.campaign());
    FlowVariables variables = variables(next, campaigncall);
    Optional<CampaigncallResult> ended = Optional.empty();
    if (next.campaign().profile().type() == CampaignType.FLOW) {
      run(campaigncall, plan, variables);
    } else if (FlowRings.isGroup(GroupDestination.of(campaigncall.destination()))) {
      ended = ring(next, campaigncall, plan, variables);
    } else {
      dial(next, campaigncall, plan, variables);
    }
    campaigncalls.add(campaigncall);
    events.told(campaigncall, "campaigncall_created");
    events.told(next.target(), "outdialtarget_updated");
    ended.ifPresent(result -> states.ended(campaigncall, result));
  }

  /** Books a try that was refused before anybody was dialled. */
  void refuse(DialTry next, ErrorCode code) {
    Campaigncall campaigncall = counted(next);
    campaigncalls.add(campaigncall);
    events.told(campaigncall, "campaigncall_created");
    states.ended(campaigncall, CampaigncallResult.refused(code));
  }

  private Campaigncall counted(DialTry next) {
    int count = next.target().begin(next.destination(), clock.instant());
    return new Campaigncall(next.draft(ids.next(), count), clock.instant());
  }

  /** A number may have been given back since the outplan was written (C-46). */
  private void requireOwn(Campaigncall campaigncall) {
    Address source = campaigncall.source();
    if (source.type().equals("tel")
        && numbers.findOwn(campaigncall.customerId(), source.target()).isEmpty()) {
      throw new PlatformException(
          ErrorCode.NUMBER_NOT_FOUND, "the source " + source.target() + " is no number of yours");
    }
  }

  private void dial(
      DialTry next, Campaigncall campaigncall, FlowPlan plan, FlowVariables variables) {
    Call call =
        calls.place(
            new FlowCall(
                campaigncall.customerId(),
                campaigncall.source(),
                campaigncall.destination(),
                dialTimeout(next),
                plan,
                variables,
                false,
                Optional.empty(),
                OwnedResource.NIL,
                CallMetadata.NONE));
    campaigncall.byCall(call.uuid(), plan.flowId(), call.activeflowId());
  }

  /** An agent rings at all its addresses. Empty while it rings. */
  private Optional<CampaigncallResult> ring(
      DialTry next, Campaigncall campaigncall, FlowPlan plan, FlowVariables variables) {
    MemberFlow member =
        new MemberFlow(plan, variables, false, OwnedResource.NIL, CallMetadata.NONE);
    Groupcall group =
        ringing.ring(
            new GroupOrder(
                campaigncall.customerId(),
                campaigncall.source(),
                List.of(GroupDestination.of(campaigncall.destination())),
                RingOrder.UNSET,
                AnswerMethod.UNSET,
                dialTimeout(next),
                Optional.empty(),
                plan.flowId(),
                member.text()));
    campaigncall.byGroupcall(group.uuid(), plan.flowId());
    return group.isOpen()
        ? Optional.empty()
        : Optional.of(new CampaigncallResult(false, false, "failed"));
  }

  private void run(Campaigncall campaigncall, FlowPlan plan, FlowVariables variables) {
    Activeflow run = runner.start(campaigncall.customerId(), ids.next(), plan, variables);
    campaigncall.byFlow(plan.flowId(), run.uuid());
    campaigncall.progress(clock.instant());
  }

  private static Duration dialTimeout(DialTry next) {
    Duration own = next.campaign().pace().dialTimeout();
    return own.isZero() ? next.outplan().profile().dialTimeout() : own;
  }

  /** What runs when it is answered: the flow or the actions, and then the queue if there is one. */
  private FlowPlan plan(Campaign campaign) {
    CampaignProfile profile = campaign.profile();
    if (profile.flowId().equals(OwnedResource.NIL)) {
      return FlowPlan.of(actions(profile, profile.actions()));
    }
    return flows
        .find(campaign.customerId(), profile.flowId())
        .map(
            flow ->
                new FlowPlan(
                    FlowFrame.of(flow.uuid(), actions(profile, flow.actions())),
                    flow.onCompleteFlowId()))
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.FLOW_NOT_FOUND, "there is no flow " + profile.flowId()));
  }

  private static String actions(CampaignProfile profile, String actions) {
    UUID queue = profile.resources().queueId();
    if (queue.equals(OwnedResource.NIL)) {
      return actions;
    }
    JsonArray given = JsonText.array(actions);
    return JSON.createArrayBuilder(given)
        .add(
            JSON.createObjectBuilder()
                .add("id", queue.toString())
                .add("type", "queue_join")
                .add("option", JSON.createObjectBuilder().add("queue_id", queue.toString())))
        .build()
        .toString();
  }

  private static FlowVariables variables(DialTry next, Campaigncall campaigncall) {
    TargetProfile target = next.target().profile();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("voipbin.campaign.id", next.campaign().uuid().toString());
    values.put("voipbin.campaign.name", next.campaign().profile().name());
    values.put("voipbin.campaigncall.id", campaigncall.uuid().toString());
    values.put("voipbin.outdialtarget.id", next.target().uuid().toString());
    values.put("voipbin.outdialtarget.name", target.name());
    values.put("voipbin.outdialtarget.detail", target.detail());
    values.put("voipbin.outdialtarget.data", target.data());
    values.put("voipbin.outdialtarget.destination", campaigncall.destination().target());
    return FlowVariables.of(values);
  }
}
