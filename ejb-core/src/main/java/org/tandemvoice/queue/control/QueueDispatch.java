package org.tandemvoice.queue.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.agent.control.AgentStatusChanged;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallLanes;
import org.tandemvoice.call.entity.CallId;

/**
 * Says when to look for agents: at once when a caller or an agent has come, and every second
 * (contract section 9) for what nobody tells of.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QueueDispatch {

  private static final Logger LOG = System.getLogger(QueueDispatch.class.getName());

  @Resource(lookup = "java:app/concurrent/CallTimers")
  private ManagedScheduledExecutorService executor;

  @Inject private AfterCommit afterCommit;
  @Inject private CallLanes lanes;
  @Inject private Queuecalls queuecalls;
  @Inject private QueueRouting routing;

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
  public void soon(UUID queue) {
    afterCommit.send(new DispatchQueue(queue, routing));
  }

  /** An agent that takes calls again may be waited for. */
  public void agentChanged(@Observes AgentStatusChanged changed) {
    if (changed.status() == AgentStatus.AVAILABLE) {
      queuecalls.queuesThatWait(changed.customer()).forEach(this::soon);
    }
  }

  private void look() {
    try {
      routing.queuesThatWait().forEach(queue -> lanes.run(new CallId(queue), () -> assign(queue)));
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the database cannot be asked for who waits: " + failure.getMessage());
    }
  }

  private void assign(UUID queue) {
    try {
      routing.assignAll(queue);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "queue " + queue + " could not be dispatched", failure);
    }
  }
}
