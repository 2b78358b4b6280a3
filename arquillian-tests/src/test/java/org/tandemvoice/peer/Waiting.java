package org.tandemvoice.peer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting on a monitor that other threads notify, never longer than a deadline. */
public final class Waiting {

  private Waiting() {}

  /** Waits once; false when the deadline has passed. The caller holds the monitor. */
  public static boolean on(Object monitor, long deadlineNs) {
    long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    if (leftMs <= 0) {
      return false;
    }
    try {
      monitor.wait(leftMs);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }

  /** Lets time pass where passing time is the point: two phones talk for that long. */
  public static void pass(Duration time) {
    until(() -> false, time);
  }

  /** Waits until the condition holds; asks every 10 ms because nothing notifies. */
  public static boolean until(BooleanSupplier condition, Duration patience) {
    return until(condition, patience, Duration.ofMillis(10));
  }

  /**
   * Waits until the condition holds.
   *
   * @param interval between two questions; the longer, the dearer a question is
   */
  public static boolean until(BooleanSupplier condition, Duration patience, Duration interval) {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    Object monitor = new Object();
    while (!condition.getAsBoolean()) {
      synchronized (monitor) {
        if (!on(monitor, Math.min(deadlineNs, System.nanoTime() + interval.toNanos()))
            && System.nanoTime() >= deadlineNs) {
          return condition.getAsBoolean();
        }
      }
    }
    return true;
  }
}
