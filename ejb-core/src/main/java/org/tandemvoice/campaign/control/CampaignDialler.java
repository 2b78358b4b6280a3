package org.tandemvoice.campaign.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallLanes;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.node.control.Node;

/**
 * Says when campaigns move on: at once when a call of theirs has ended, and every second for what
 * nobody tells of: intervals that pass, schedules that open, agents that are free again.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CampaignDialler {

  private static final Logger LOG = System.getLogger(CampaignDialler.class.getName());

  @Resource(lookup = "java:app/concurrent/CallTimers")
  private ManagedScheduledExecutorService executor;

  @Inject private AfterCommit afterCommit;
  @Inject private CallLanes lanes;
  @Inject private CampaignTurns turns;
  @Inject private Node node;

  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private Future<?> watch;

  @PostConstruct
  void start() {
    watch = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watch.cancel(false);
  }

  /** Once this transaction is committed. */
  public void soon(UUID campaign) {
    if (!campaign.equals(OwnedResource.NIL)) {
      afterCommit.send(new MoveCampaign(campaign, this));
    }
  }

  private void look() {
    if (!node.isServing()) {
      return;
    }
    try {
      for (UUID campaign : turns.active()) {
        if (waiting.add(campaign)) {
          lanes.run(new CallId(campaign), () -> look(campaign));
        }
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the database cannot be asked for campaigns: " + failure.getMessage());
    }
  }

  private void look(UUID campaign) {
    waiting.remove(campaign);
    try {
      turns.settle(campaign);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "tries of campaign " + campaign + " cannot be settled", failure);
    }
    wanted(campaign);
  }

  /** Moves the campaign on now, in its lane. */
  void wanted(UUID campaign) {
    try {
      turns.turn(campaign);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "campaign " + campaign + " could not move on", failure);
    }
  }
}
