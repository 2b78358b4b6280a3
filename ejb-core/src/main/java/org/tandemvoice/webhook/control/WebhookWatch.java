package org.tandemvoice.webhook.control;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.node.control.NodeSigns;
import org.tandemvoice.outbox.control.OutboxSettings;

/**
 * Sees to it that every planned delivery has a living node: its own of an earlier process, and
 * those of nodes that are silent. Forgets those past their retention.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookWatch {

  private static final Logger LOG = System.getLogger(WebhookWatch.class.getName());
  private static final int SIGN_SECONDS = 5;
  private static final int CLEANING_SECONDS = 600;
  private static final int CHUNK = 1_000;

  @Resource(lookup = "java:app/concurrent/WebhookTimers")
  private ManagedScheduledExecutorService timers;

  @Inject private WebhookDispatcher dispatcher;
  @Inject private DeliveryBooks books;
  @Inject private NodeSigns signs;
  @Inject private OutboxSettings settings;
  @Inject private Clock clock;

  private List<Future<?>> tasks = List.of();

  @PostConstruct
  void start() {
    signs.show();
    dispatcher.shared(!signs.others().isEmpty());
    int left = books.recover();
    if (left > 0) {
      LOG.log(Level.INFO, "{0} deliveries of an earlier process go on", left);
    }
    dispatcher.prepare();
    tasks =
        List.of(
            timers.scheduleWithFixedDelay(this::look, SIGN_SECONDS, SIGN_SECONDS, TimeUnit.SECONDS),
            timers.scheduleWithFixedDelay(
                this::clean, SIGN_SECONDS, CLEANING_SECONDS, TimeUnit.SECONDS));
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }

  private void look() {
    try {
      signs.show();
      List<String> others = signs.others();
      dispatcher.shared(!others.isEmpty());
      if (!others.isEmpty()) {
        signs.silent().forEach(this::adopt);
        dispatcher.lookInDatabase();
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "no sign of life in the database: " + failure.getMessage());
    }
  }

  private void adopt(String silent) {
    int adopted = books.adopt(silent, clock.instant().minus(NodeSigns.SILENCE));
    if (adopted > 0) {
      LOG.log(Level.WARNING, "{0} deliveries of the silent node {1} go on here", adopted, silent);
    }
  }

  private void clean() {
    try {
      Instant limit = clock.instant().minus(settings.retention());
      int deleted = CHUNK;
      while (deleted == CHUNK) {
        deleted = books.deleteBefore(limit, CHUNK);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "old deliveries stay for now: " + failure.getMessage());
    }
  }
}
