package org.tandemvoice.conference.control;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends conferences whose time is over, after a restart as well. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConferenceWatch {

  private static final Logger LOG = System.getLogger(ConferenceWatch.class.getName());
  private static final int PERIOD_SECONDS = 2;

  @Inject private Conferences conferences;
  @Inject private ConferenceFacts facts;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/CallTimers")
  private ManagedScheduledExecutorService executor;

  private Future<?> watch;

  @PostConstruct
  void start() {
    watch =
        executor.scheduleWithFixedDelay(
            this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watch.cancel(false);
  }

  private void look() {
    try {
      conferences.expired(clock.instant()).forEach(facts::expired);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "conferences could not be checked: " + failure.getMessage());
    }
  }
}
