package org.tandemvoice.media.engine.pace;

/**
 * Goes before other threads. Where the system does not allow it, or was not asked for it ({@code
 * -XX:ThreadPriorityPolicy=1}), nothing changes.
 */
public final class Urgency {

  private Urgency() {}

  /** Runs the work at the highest priority; the thread has its own again afterwards. */
  public static void during(Runnable work) {
    Thread thread = Thread.currentThread();
    int before = thread.getPriority();
    thread.setPriority(Thread.MAX_PRIORITY);
    try {
      work.run();
    } finally {
      thread.setPriority(before);
    }
  }
}
