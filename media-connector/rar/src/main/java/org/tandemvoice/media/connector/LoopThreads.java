package org.tandemvoice.media.connector;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * A thread of its own for each loop: one of the work manager's pool would keep the loop it ran
 * before, and with it the adapter of an application that was undeployed; one of a managed factory
 * would be interrupted when that stops, which may be before the adapter does.
 */
final class LoopThreads implements Executor {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable loop) {
    Thread thread = new Thread(loop, "media-" + loop.getClass().getSimpleName());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Waits for the end of the loops, which were told to end, but not for ever. */
  void join() {
    try {
      for (Thread thread = threads.poll(); thread != null; thread = threads.poll()) {
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
