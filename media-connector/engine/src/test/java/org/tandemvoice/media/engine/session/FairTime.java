package org.tandemvoice.media.engine.session;

import java.lang.Thread.State;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * Time as it passes, but that a busy machine is not seen in it: it stands still while a thread that
 * paces itself by it has not had its turn, and while a packet is on its way to the engine. So a
 * frame comes late only where the engine is to blame.
 */
final class FairTime implements NanoClock {

  /** The same for all engines and phones of this process. */
  static final FairTime CLOCK = new FairTime();

  /** A thread that has to work every 20 ms and reads the time at each turn. */
  private static final long TURN_NANOS = 21_000_000L;

  /** What does not arrive for so long was dropped. */
  private static final long TRAVEL_NANOS = 200_000_000L;

  /** Who does not come for so long waits for something else. */
  private static final long PATIENCE_NANOS = 3_000_000_000L;

  private static final long NAP_NANOS = 1_000_000L;

  /** Changed in place: reading the time allocates nothing. */
  private static final class Turn {

    private final Thread thread;
    private final BooleanSupplier idle;
    private long at;
    private long reallyAt;

    Turn(Thread thread, BooleanSupplier idle, long at, long reallyAt) {
      this.thread = thread;
      this.idle = idle;
      this.at = at;
      this.reallyAt = reallyAt;
    }

    void next(long now, long really) {
      at = now;
      reallyAt = really;
    }

    boolean isAwaited(long really) {
      return !idle.getAsBoolean() && really - reallyAt < PATIENCE_NANOS && thread.isAlive();
    }
  }

  private Turn[] turns = {};
  private final Set<Thread> receivers = new HashSet<>();
  private long now = System.nanoTime();
  private long lastRead = now;
  private int travelling;
  private long lastSent;

  private FairTime() {}

  /** That thread reads the time once for each datagram it receives. */
  synchronized void receives(Thread thread) {
    receivers.removeIf(known -> !known.isAlive());
    receivers.add(thread);
  }

  /** That thread paces itself by this time. */
  void paces(Thread thread) {
    paces(thread, () -> false);
  }

  /** That thread paces itself by this time unless it has nothing to do. */
  synchronized void paces(Thread thread, BooleanSupplier idle) {
    leaves(thread);
    turns = Arrays.copyOf(turns, turns.length + 1);
    turns[turns.length - 1] = new Turn(thread, idle, now, System.nanoTime());
  }

  /** That thread does not any more. */
  synchronized void leaves(Thread thread) {
    turns =
        Arrays.stream(turns)
            .filter(turn -> turn.thread != thread && turn.thread.getState() != State.TERMINATED)
            .toArray(Turn[]::new);
  }

  /** A datagram is being sent to an engine. */
  synchronized void sent() {
    travelling++;
    lastSent = System.nanoTime();
  }

  @Override
  public synchronized long nanos() {
    Thread caller = Thread.currentThread();
    long really = System.nanoTime();
    if (receivers.contains(caller) && travelling > 0) {
      travelling--;
    }
    now = Math.max(now, Math.min(now + really - lastRead, limit(really)));
    lastRead = really;
    for (Turn turn : turns) {
      if (turn.thread == caller) {
        turn.next(now, really);
      }
    }
    return now;
  }

  private long limit(long really) {
    if (travelling > 0 && really - lastSent < TRAVEL_NANOS) {
      return now;
    }
    travelling = 0;
    long limit = Long.MAX_VALUE;
    for (Turn turn : turns) {
      if (turn.isAwaited(really)) {
        limit = Math.min(limit, turn.at + TURN_NANOS);
      }
    }
    return limit;
  }

  /** Sleeps until this time has come. */
  void sleepUntil(long due) {
    for (long at = nanos(); at < due; at = nanos()) {
      LockSupport.parkNanos(Math.min(NAP_NANOS, due - at));
    }
  }
}
