package org.tandemvoice.idempotency.control;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Forgets keys past their life. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/IdempotencyTimers", maxAsync = 1)
public class IdempotencyWatch {

  private static final Logger LOG = System.getLogger(IdempotencyWatch.class.getName());
  private static final int PERIOD_MINUTES = 30;

  @Resource(lookup = "java:app/concurrent/IdempotencyTimers")
  private ManagedScheduledExecutorService executor;

  @Inject private IdempotencyManager keys;

  private Future<?> cleaning;

  @PostConstruct
  void start() {
    cleaning =
        executor.scheduleWithFixedDelay(
            this::clean, PERIOD_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    cleaning.cancel(false);
  }

  private void clean() {
    try {
      keys.forget();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "old keys stay for now: " + failure.getMessage());
    }
  }
}
