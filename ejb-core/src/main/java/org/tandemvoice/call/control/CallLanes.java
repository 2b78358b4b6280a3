package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tandemvoice.call.entity.CallId;

/**
 * Runs work of one call in the order it was given, and of different calls side by side. A lane
 * exists while it has work.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/CallLanes", maxAsync = 16)
public class CallLanes {

  @Resource(lookup = "java:app/concurrent/CallLanes")
  private ManagedExecutorService executor;

  private final ConcurrentMap<CallId, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();

  /** The work must catch what it throws: an exception is dropped, the lane goes on. */
  public void run(CallId lane, Runnable work) {
    CompletableFuture<Void> tail =
        tails.compute(
            lane,
            (id, last) ->
                last == null
                    ? CompletableFuture.runAsync(work, executor)
                    : last.exceptionally(dropped -> null).thenRunAsync(work, executor));
    tail.whenComplete((done, failure) -> tails.remove(lane, tail));
  }

  /** Lanes that have work. */
  public int busy() {
    return tails.size();
  }
}
