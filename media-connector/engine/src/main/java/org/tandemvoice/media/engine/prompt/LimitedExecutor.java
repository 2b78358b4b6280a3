package org.tandemvoice.media.engine.prompt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on threads that it shares with others, so many at once and no more; the rest waits its
 * turn here. Slow work in a lane of its own cannot take every thread from quick work.
 */
public final class LimitedExecutor implements Executor {

  private static final Logger LOG = System.getLogger(LimitedExecutor.class.getName());

  private final Executor threads;
  private final int maxAtOnce;
  private final int maxWaiting;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  public LimitedExecutor(Executor threads, int maxAtOnce, int maxWaiting) {
    this.threads = threads;
    this.maxAtOnce = maxAtOnce;
    this.maxWaiting = maxWaiting;
  }

  /** Throws {@link RejectedExecutionException} if too many wait or the threads refuse. */
  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      if (waiting.size() >= maxWaiting) {
        throw new RejectedExecutionException(maxWaiting + " tasks are waiting already");
      }
      waiting.add(task);
      if (running >= maxAtOnce) {
        return;
      }
      running++;
    }
    try {
      threads.execute(this::drain);
    } catch (RejectedExecutionException e) {
      withdraw(task);
      throw e;
    }
  }

  private void drain() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "A media task failed", e);
      }
    }
  }

  /** The next task; counts this drain out in the same breath if there is none. */
  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      running--;
    }
    return task;
  }

  private synchronized void withdraw(Runnable task) {
    waiting.remove(task);
    running--;
  }
}
