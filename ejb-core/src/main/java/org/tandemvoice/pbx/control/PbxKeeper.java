package org.tandemvoice.pbx.control;

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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.node.control.NodeSigns;

/**
 * Has every registration at another telephone system asked for when it is time: soon after it was
 * made or changed, before it expires, again after a failure, when this process begins, and when the
 * node that kept it is silent.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/PbxRounds", maxAsync = 4)
public class PbxKeeper {

  private static final Logger LOG = System.getLogger(PbxKeeper.class.getName());
  private static final long ROUND_MS = 1_000;

  @Resource(lookup = "java:app/concurrent/PbxRounds")
  private ManagedScheduledExecutorService executor;

  @Inject private PbxRegistrations registrations;
  @Inject private PbxSignaling signaling;
  @Inject private NodeSigns signs;
  @Inject private Node node;

  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private Future<?> rounds;

  @PostConstruct
  void start() {
    registrations.resume();
    rounds =
        executor.scheduleWithFixedDelay(this::round, ROUND_MS, ROUND_MS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    rounds.cancel(false);
  }

  private void round() {
    if (!signaling.isReady() || node.isDraining()) {
      return;
    }
    try {
      signs.silent().forEach(this::takeOver);
      for (UUID id : registrations.due()) {
        if (waiting.add(id)) {
          executor.execute(() -> ask(id));
        }
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "registrations wait for the next round: " + failure.getMessage());
    }
  }

  private void takeOver(String silent) {
    int taken = registrations.takeOver(silent);
    if (taken > 0) {
      LOG.log(Level.WARNING, "{0} registrations of the silent node {1} go on here", taken, silent);
    }
  }

  private void ask(UUID id) {
    waiting.remove(id);
    try {
      registrations.attempt(id).ifPresent(signaling::register);
      registrations.attemptSubscription(id).ifPresent(signaling::subscribe);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, () -> "registration " + id + " waits: " + failure.getMessage());
    }
  }
}
