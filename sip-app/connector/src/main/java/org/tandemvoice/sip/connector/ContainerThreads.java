package org.tandemvoice.sip.connector;

import java.util.List;

/**
 * Ends the threads that the SIP stack leaves behind when it stops: they would keep this resource
 * adapter's class loader for ever.
 */
final class ContainerThreads {

  private static final long PATIENCE_MS = 2_000;

  private ContainerThreads() {}

  /**
   * Interrupts every thread of its own that still runs with this class loader, and waits for it.
   */
  static void end(ClassLoader loader) {
    List<Thread> left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getContextClassLoader() == loader)
            .filter(thread -> thread != Thread.currentThread())
            // Threads of the server's pools only borrowed the class loader.
            .filter(thread -> !thread.getName().startsWith("default-"))
            .toList();
    left.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
    for (Thread thread : left) {
      try {
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
