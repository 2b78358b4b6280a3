package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.HangupReason;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.campaign.entity.CampaigncallResult;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.flow.control.Activeflows;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.groupcall.control.GroupcallFact;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.GroupcallStatus;

/**
 * What happens to tries that have begun, in the transaction of the fact and under the lock of what
 * carries them out: a try ends in the commit that ends its call, and its target with it.
 */
@ApplicationScoped
public class CampaigncallStates {

  @Inject private Campaigncalls campaigncalls;
  @Inject private OutdialTargets targets;
  @Inject private Outplans outplans;
  @Inject private CampaignEvents events;
  @Inject private CampaignDialler dialler;
  @Inject private Calls calls;
  @Inject private Groupcalls groupcalls;
  @Inject private Activeflows activeflows;
  @Inject private Clock clock;

  void happened(@Observes CallFact fact) {
    Call call = fact.call();
    boolean isAlone =
        call.direction() == CallDirection.OUTGOING
            && call.master().isEmpty()
            && call.membership().groupcall().isEmpty();
    if (isAlone && (fact instanceof CallFact.Answered || fact instanceof CallFact.Ended)) {
      campaigncalls
          .ofCall(call.id())
          .ifPresent(
              campaigncall -> {
                if (fact instanceof CallFact.Ended) {
                  ended(campaigncall, result(call));
                } else {
                  progressed(campaigncall);
                }
              });
    }
  }

  void happened(@Observes GroupcallFact fact) {
    if (fact.group().masterCall().isEmpty()) {
      campaigncalls
          .ofGroupcall(fact.group().uuid())
          .ifPresent(
              campaigncall -> {
                if (fact instanceof GroupcallFact.Answered answered) {
                  Call call = answered.call();
                  campaigncall.byCall(call.uuid(), call.flowId(), call.activeflowId());
                  progressed(campaigncall);
                } else {
                  ended(campaigncall, result(fact.group()));
                }
              });
    }
  }

  private void progressed(Campaigncall campaigncall) {
    if (campaigncall.progress(clock.instant())) {
      events.told(campaigncall, "campaigncall_updated");
    }
  }

  /** The try is over, with this result; its campaign looks whom to call next. */
  void ended(Campaigncall campaigncall, CampaigncallResult result) {
    if (campaigncall.end(result, clock.instant())) {
      events.told(campaigncall, "campaigncall_updated");
      targets
          .lock(campaigncall.outdialTargetId())
          .ifPresent(target -> settle(target, campaigncall, result));
      dialler.soon(campaigncall.campaignId());
    }
  }

  private void settle(OutdialTarget target, Campaigncall campaigncall, CampaigncallResult result) {
    Optional<Outplan> outplan =
        outplans.find(campaigncall.customerId(), campaigncall.resources().outplanId());
    boolean isAgain =
        !result.isReached()
            && outplan
                .filter(plan -> target.nextDestination(plan.limits()).isPresent())
                .isPresent();
    target.end(isAgain, clock.instant());
    events.told(target, "outdialtarget_updated");
  }

  /** Ends the locked try if what carries it out is over and nobody has said so. */
  void settleLeft(Campaigncall campaigncall) {
    if (campaigncall.status() != CampaigncallStatus.DONE) {
      over(campaigncall).ifPresent(result -> ended(campaigncall, result));
    }
  }

  private Optional<CampaigncallResult> over(Campaigncall campaigncall) {
    if (!campaigncall.groupcallId().equals(OwnedResource.NIL)) {
      return groupcalls
          .lock(campaigncall.groupcallId())
          .filter(group -> group.status() == GroupcallStatus.HANGUP)
          .map(this::result);
    }
    return switch (campaigncall.referenceType()) {
      case CALL ->
          calls
              .lock(new CallId(campaigncall.referenceId()))
              .filter(call -> call.status().isFinal())
              .map(CampaigncallStates::result);
      case FLOW ->
          activeflows
              .lock(campaigncall.referenceId())
              .filter(run -> !run.isRunning())
              .map(Activeflow::error)
              .map(CampaigncallResult::ofFlow);
      case NONE -> Optional.empty();
    };
  }

  private static CampaigncallResult result(Call call) {
    boolean wasAnswered = call.progressingAt().isPresent();
    boolean isUnpaid = call.releaseCause().filter(ReleaseCause.NO_CREDIT::equals).isPresent();
    return isUnpaid && !wasAnswered
        ? CampaigncallResult.refused(ErrorCode.INSUFFICIENT_BALANCE)
        : CampaigncallResult.of(call.hangupReason().orElse(HangupReason.FAILED), wasAnswered);
  }

  /** What the answered call came to, or else the last one. */
  private CampaigncallResult result(Groupcall group) {
    Stream<Call> all =
        group.isAnswered()
            ? calls.lock(new CallId(group.answerCallId())).stream()
            : members(group).flatMap(id -> calls.lock(id).stream());
    return all.filter(call -> call.status().isFinal())
        .max(Comparator.comparing(call -> call.hungUpAt().orElse(call.createdAt())))
        .map(CampaigncallStates::result)
        .orElseGet(() -> CampaigncallResult.of(HangupReason.FAILED, false));
  }

  private Stream<CallId> members(Groupcall group) {
    return Stream.concat(
        group.calls().stream(),
        group.groupcalls().stream()
            .flatMap(id -> groupcalls.lock(id).stream())
            .flatMap(this::members));
  }
}
