package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.queue.control.Queuecalls;
import org.tandemvoice.queue.control.Queues;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.QueuecallStatus;

/**
 * Whether there will be an agent for whoever answers next: a campaign with a queue dials no more
 * than the percentage of its {@code service_level} of the queue's free agents (contract section 9),
 * those counted who wait in the queue already. One without a queue needs nobody.
 */
@ApplicationScoped
public class CampaignCapacity {

  private static final int PERCENT = 100;
  private static final Set<QueuecallStatus> UNSERVED =
      EnumSet.of(QueuecallStatus.INITIATING, QueuecallStatus.WAITING);

  @Inject private Agents agents;
  @Inject private Campaigncalls campaigncalls;
  @Inject private Queuecalls queuecalls;
  @Inject private Queues queues;

  boolean isFree(Campaign campaign) {
    UUID queue = campaign.resources().queueId();
    return queue.equals(OwnedResource.NIL)
        || queues
            .find(campaign.customerId(), queue)
            .filter(found -> hasAgent(campaign, found))
            .isPresent();
  }

  private boolean hasAgent(Campaign campaign, Queue queue) {
    long available =
        agents.of(campaign.customerId()).stream()
            .filter(agent -> agent.status() == AgentStatus.AVAILABLE)
            .filter(agent -> agent.matches(queue.tagIds()))
            .count();
    long dialling = campaigncalls.count(campaign.uuid(), Set.of(CampaigncallStatus.DIALING));
    long waiting = queuecalls.of(queue.uuid(), UNSERVED).size();
    return dialling + waiting < available * campaign.pace().serviceLevel() / PERCENT;
  }
}
