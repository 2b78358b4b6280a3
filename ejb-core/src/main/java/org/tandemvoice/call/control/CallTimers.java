package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.call.entity.CallId;

/**
 * Timers of calls of this process. They are not persisted: after a crash start-up ends every call
 * of this node, so none is missed.
 */
@ApplicationScoped
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/CallTimers", maxAsync = 2)
public class CallTimers {

  @Resource(lookup = "java:app/concurrent/CallTimers")
  private ManagedScheduledExecutorService executor;

  @Inject private CallLanes lanes;
  @Inject private CallTimeouts timeouts;

  private final ConcurrentMap<CallId, Queue<Future<?>>> running = new ConcurrentHashMap<>();

  /** After this time {@link CallTimeouts#timePassed} is told, unless the call is over by then. */
  public void start(CallId lane, CallId call, String token, Duration delay) {
    Future<?> timer =
        executor.schedule(
            () -> lanes.run(lane, () -> timeouts.timePassed(call, token)),
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
    running.computeIfAbsent(call, id -> new ConcurrentLinkedQueue<>()).add(timer);
  }

  /** Forgets every timer of the call. */
  public void cancel(CallId call) {
    Collection<Future<?>> timers = running.remove(call);
    if (timers != null) {
      timers.forEach(timer -> timer.cancel(false));
    }
  }

  /** Calls that have timers. */
  public int calls() {
    return running.size();
  }
}
