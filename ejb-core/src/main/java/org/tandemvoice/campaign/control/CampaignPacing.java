package org.tandemvoice.campaign.control;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallAdmission;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignStatus;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.node.control.Node;

/**
 * The one place that decides whom a campaign calls next, one step a transaction, under the lock of
 * the campaign: another node or thread that wants the same finds it taken and leaves it alone. What
 * the customer's limits put off is no try; what they forbid, or money does, is one (C-44). Locks
 * are taken in the order campaign, target, call.
 */
@Stateless
public class CampaignPacing {

  private static final DialOutcome NOTHING = new DialOutcome.Nothing();
  private static final DialOutcome MOVED = new DialOutcome.Moved();

  /** So many targets are looked at for one that can be tried; the rest follows in the next step. */
  private static final int MOST_LOOKED_AT = 10;

  @Resource private SessionContext context;

  @Inject private Campaigns campaigns;
  @Inject private Campaigncalls campaigncalls;
  @Inject private CampaigncallStates states;
  @Inject private CallAdmission admission;
  @Inject private CampaignCapacity capacity;
  @Inject private CampaignEnding ending;
  @Inject private CampaignEvents events;
  @Inject private CampaignPlacing placing;
  @Inject private Outdials outdials;
  @Inject private OutdialTargets targets;
  @Inject private Outplans outplans;
  @Inject private Node node;
  @Inject private Clock clock;

  /** Ids of campaigns that have something to do. */
  public List<UUID> active() {
    return campaigns.active();
  }

  /** Ids of tries that are not over although what carries them out is: a crash may leave some. */
  public List<UUID> left(UUID campaign) {
    return campaigncalls.left(campaign);
  }

  /** Ends such a try. */
  public void settle(UUID campaigncall) {
    campaigncalls.lock(campaigncall).ifPresent(states::settleLeft);
  }

  /** Calls somebody, or finds that there is nobody to call now, or that it is done. */
  public DialOutcome step(UUID id) {
    return node.isServing() ? campaigns.claim(id).map(this::step).orElse(NOTHING) : NOTHING;
  }

  private DialOutcome step(Campaign campaign) {
    return switch (campaign.status()) {
      case STOP -> NOTHING;
      case STOPPING -> ending.stopIfIdle(campaign) ? MOVED : NOTHING;
      case RUN -> run(campaign);
    };
  }

  private DialOutcome run(Campaign campaign) {
    Optional<Outplan> outplan =
        outplans.find(campaign.customerId(), campaign.resources().outplanId());
    UUID outdial = campaign.resources().outdialId();
    if (outplan.isEmpty() || outdials.find(campaign.customerId(), outdial).isEmpty()) {
      events.turn(campaign, CampaignStatus.STOPPING);
      return MOVED;
    }
    long open = campaigncalls.count(campaign.uuid(), CampaigncallStatus.OPEN);
    if (open == 0 && !targets.isAnyIdle(outdial)) {
      return ending.done(campaign) ? MOVED : NOTHING;
    }
    return open < campaign.pace().maxConcurrentCalls()
            && campaign.pace().schedule().isOpen(clock.instant())
            && capacity.isFree(campaign)
        ? next(campaign, outplan.get())
        : NOTHING;
  }

  private DialOutcome next(Campaign campaign, Outplan outplan) {
    Instant before = clock.instant().minus(outplan.limits().interval());
    DialOutcome outcome = NOTHING;
    for (UUID id : targets.due(campaign.resources().outdialId(), before, MOST_LOOKED_AT)) {
      Optional<OutdialTarget> target = targets.claim(id);
      if (target.isPresent()) {
        OptionalInt destination = target.get().nextDestination(outplan.limits());
        if (destination.isPresent()) {
          Address called = target.get().destinations().get(destination.getAsInt());
          if (!admission.hasRoom(campaign.customerId(), called)) {
            return outcome;
          }
          return begin(new DialTry(campaign, outplan, target.get(), destination.getAsInt()));
        }
        target.get().exhausted(clock.instant());
        events.told(target.get(), "outdialtarget_updated");
        outcome = MOVED;
      }
    }
    return outcome;
  }

  private DialOutcome begin(DialTry next) {
    int tries = next.target().tryCounts().get(next.destination());
    try {
      placing.begin(next);
      return MOVED;
    } catch (PlatformException refused) {
      context.setRollbackOnly();
      return refused.code() == ErrorCode.SERVICE_UNAVAILABLE
          ? NOTHING
          : new DialOutcome.Refused(
              next.campaign().uuid(),
              next.target().uuid(),
              next.destination(),
              tries,
              refused.code());
    }
  }

  /** Books the refused try, unless the target has been tried since. */
  public void refuse(DialOutcome.Refused refused) {
    Optional<Campaign> campaign = campaigns.claim(refused.campaign());
    Optional<Outplan> outplan =
        campaign.flatMap(found -> outplans.find(found.customerId(), found.resources().outplanId()));
    if (outplan.isPresent()) {
      targets
          .claim(refused.target())
          .filter(target -> target.tryCounts().get(refused.destination()) == refused.tries())
          .map(target -> new DialTry(campaign.get(), outplan.get(), target, refused.destination()))
          .ifPresent(next -> placing.refuse(next, refused.code()));
    }
  }
}
