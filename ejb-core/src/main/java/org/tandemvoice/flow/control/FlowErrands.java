package org.tandemvoice.flow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.http.control.WebClient;
import org.tandemvoice.http.control.WebRequest;

/**
 * Does for executions what takes time, on threads of its own, and hands the outcome in as a fact.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/FlowRequests", maxAsync = 16)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/FlowTimers", maxAsync = 2)
public class FlowErrands {

  private static final Logger LOG = System.getLogger(FlowErrands.class.getName());

  @Resource(lookup = "java:app/concurrent/FlowRequests", type = ManagedExecutorService.class)
  private Executor requests;

  @Resource(lookup = "java:app/concurrent/FlowTimers")
  private ManagedScheduledExecutorService timers;

  @Inject private ActiveflowFacts facts;
  @Inject private WebClient client;

  void request(UUID activeflow, String token, WebRequest request) {
    requests.execute(() -> hand(activeflow, new FlowFact.WebAnswered(token, client.send(request))));
  }

  void wake(UUID activeflow, String token, Duration delay) {
    timers.schedule(
        () -> hand(activeflow, new FlowFact.TimePassed(token)),
        delay.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void hand(UUID activeflow, FlowFact fact) {
    try {
      facts.happened(activeflow, fact);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "activeflow " + activeflow + " has lost " + fact, failure);
    }
  }
}
