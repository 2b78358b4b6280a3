package org.tandemvoice.media.connector;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs short tasks on the work manager, so many at once and no more: the server's pool holds about
 * a hundred works, and whoever fills it blocks everybody.
 */
final class WorkExecutor implements Executor {

  private static final Logger LOG = System.getLogger(WorkExecutor.class.getName());

  private final WorkManager manager;
  private final int maxAtOnce;
  private final int maxWaiting;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  WorkExecutor(WorkManager manager, int maxAtOnce, int maxWaiting) {
    this.manager = manager;
    this.maxAtOnce = maxAtOnce;
    this.maxWaiting = maxWaiting;
  }

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
      manager.scheduleWork(new Drain());
    } catch (WorkException e) {
      withdraw(task);
      throw new RejectedExecutionException("The work manager takes no work", e);
    }
  }

  private synchronized void withdraw(Runnable task) {
    waiting.remove(task);
    running--;
  }

  /**
   * The next task; ends this drain in the same breath if there is none, so that no task is
   * overlooked.
   */
  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      running--;
    }
    return task;
  }

  private final class Drain implements Work {

    @Override
    public void run() {
      for (Runnable task = next(); task != null; task = next()) {
        try {
          task.run();
        } catch (RuntimeException e) {
          LOG.log(Level.ERROR, "A media task failed", e);
        }
      }
    }

    @Override
    public void release() {
      // Tasks are short; the server waits for them.
    }
  }
}
