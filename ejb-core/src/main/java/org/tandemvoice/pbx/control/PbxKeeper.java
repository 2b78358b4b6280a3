package org.tandemvoice.pbx.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.tandemvoice.node.control.Node;

/**
 * Has every registration at another telephone system asked for when it is time: soon after it was
 * made or changed, before it expires, again after a failure, and when this process begins.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PbxKeeper {

  private static final Logger LOG = System.getLogger(PbxKeeper.class.getName());
  private static final long ROUND_MS = 1_000;

  @Resource private TimerService timers;

  @Inject private PbxRegistrations registrations;
  @Inject private PbxSignaling signaling;
  @Inject private Node node;

  @PostConstruct
  void start() {
    registrations.resume();
    timers.createIntervalTimer(ROUND_MS, ROUND_MS, new TimerConfig("round", false));
  }

  @Timeout
  void round() {
    try {
      if (signaling.isReady() && !node.isDraining()) {
        registrations.due().forEach(this::ask);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "registrations wait for the next round: " + failure.getMessage());
    }
  }

  private void ask(UUID id) {
    registrations.attempt(id).ifPresent(signaling::register);
    registrations.attemptSubscription(id).ifPresent(signaling::subscribe);
  }
}
