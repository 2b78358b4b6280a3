package org.tandemvoice.outbox.control;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Has the relay look for events regularly, and forgets those past their retention. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxWatch {

  private static final Logger LOG = System.getLogger(OutboxWatch.class.getName());
  private static final Duration FIRST_CLEANING = Duration.ofSeconds(5);
  private static final Duration CLEANING = Duration.ofMinutes(10);
  private static final int CHUNK = 1_000;

  @Resource(lookup = "java:app/concurrent/OutboxRelay")
  private ManagedScheduledExecutorService executor;

  @Inject private OutboxRelay relay;
  @Inject private RelayTurn turn;
  @Inject private OutboxSettings settings;
  @Inject private Clock clock;

  private List<Future<?>> tasks = List.of();

  @PostConstruct
  void start() {
    long pollMs = settings.poll().toMillis();
    tasks =
        List.of(
            executor.scheduleWithFixedDelay(relay::look, 0, pollMs, TimeUnit.MILLISECONDS),
            executor.scheduleWithFixedDelay(
                this::clean,
                FIRST_CLEANING.toMillis(),
                CLEANING.toMillis(),
                TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }

  private void clean() {
    try {
      Instant limit = clock.instant().minus(settings.retention());
      int deleted = CHUNK;
      while (deleted == CHUNK) {
        deleted = turn.deleteBefore(limit, CHUNK);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "old events stay for now: " + failure.getMessage());
    }
  }
}
