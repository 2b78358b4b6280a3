package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.tandemvoice.call.entity.CallId;

/**
 * Runs work of one call in order, and of different calls side by side. The order is that in which
 * places were reserved, whenever the work itself is handed in. A lane exists while it has work.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/CallLanes", maxAsync = 16)
public class CallLanes {

  /** A place in a lane. What is behind it waits until it is taken. */
  public static final class Place {

    private final CompletableFuture<Runnable> work = new CompletableFuture<>();

    private Place() {}

    /**
     * Hands the work in; it must catch what it throws: an exception is dropped, the lane goes on.
     */
    public void take(Runnable handedIn) {
      work.complete(handedIn);
    }
  }

  @Resource(lookup = "java:app/concurrent/CallLanes", type = ManagedExecutorService.class)
  private Executor executor;

  private final ConcurrentMap<CallId, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();

  protected CallLanes() {}

  CallLanes(Executor executor) {
    this.executor = executor;
  }

  /** The next place of the lane. Whoever reserves it must take it, or the lane stands still. */
  public Place reserve(CallId lane) {
    Place place = new Place();
    CompletableFuture<Void> tail = tails.compute(lane, (id, last) -> behind(last, place, executor));
    tail.whenComplete((done, failure) -> tails.remove(lane, tail));
    return place;
  }

  private static CompletableFuture<Void> behind(
      CompletableFuture<Void> last, Place place, Executor executor) {
    CompletableFuture<Void> before =
        last == null
            ? CompletableFuture.completedFuture(null)
            : last.exceptionally(dropped -> null);
    return before
        .thenCombine(place.work, (done, work) -> work)
        .thenAcceptAsync(Runnable::run, executor);
  }

  /** Runs the work behind all that has a place in the lane. */
  public void run(CallId lane, Runnable work) {
    reserve(lane).take(work);
  }

  /** Lanes that have work. */
  public int busy() {
    return tails.size();
  }
}
