package org.tandemvoice.call.control;

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
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/**
 * Sees to it that every call ends. At start-up it ends what an earlier process of this node left
 * behind, with event and all; afterwards it looks every few seconds for calls that have outlived
 * their limits, or their customers.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallWatch {

  private static final Logger LOG = System.getLogger(CallWatch.class.getName());
  private static final int PERIOD_SECONDS = 5;

  @Inject private CallTimeouts timeouts;
  @Inject private CallManager calls;

  @Resource(lookup = "java:app/concurrent/CallTimers")
  private ManagedScheduledExecutorService executor;

  private Future<?> watch;

  @PostConstruct
  void start() {
    List<CallId> left = timeouts.open();
    left.forEach(this::endLeftBehind);
    if (!left.isEmpty()) {
      LOG.log(Level.WARNING, "ended {0} calls that an earlier process left behind", left.size());
    }
    watch =
        executor.scheduleWithFixedDelay(
            this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watch.cancel(false);
  }

  private void endLeftBehind(CallId id) {
    calls.release(id, ReleaseCause.INTERNAL);
    calls.legReleased(id, LegEnd.of(ReleaseCause.INTERNAL));
  }

  private void look() {
    try {
      timeouts.suspects().forEach(this::check);
      timeouts.ofStopped().forEach(id -> calls.release(id, ReleaseCause.NORMAL));
    } catch (RuntimeException failure) {
      LOG.log(
          Level.WARNING, "the database cannot be asked for open calls: " + failure.getMessage());
    }
  }

  private void check(CallId id) {
    try {
      timeouts.check(id);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, () -> "call " + id + " could not be checked", failure);
    }
  }
}
