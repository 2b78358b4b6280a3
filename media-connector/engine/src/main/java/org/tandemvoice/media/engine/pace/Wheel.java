package org.tandemvoice.media.engine.pace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs everything it was given once in 20 ms, spread over 20 slots of one millisecond, each woken
 * at its absolute due time. What is hastened changes to the slot that is due next. One thread calls
 * {@link #run}; what the wheel runs belongs to that thread.
 */
public final class Wheel implements Runnable {

  private static final Logger LOG = System.getLogger(Wheel.class.getName());
  private static final int SLOTS = 20;
  private static final long SLOT_NANOS = 1_000_000L;
  private static final long FRAME_NANOS = SLOTS * SLOT_NANOS;
  private static final long MAX_BEHIND_NANOS = 10 * FRAME_NANOS;
  private static final long IDLE_NANOS = 100_000_000L;
  private static final long LOG_INTERVAL_NANOS = 10_000_000_000L;

  private final NanoClock clock;
  private final Lateness lateness;
  private final Queue<Paced> joining = new ConcurrentLinkedQueue<>();
  private final Queue<Paced> hastened = new ConcurrentLinkedQueue<>();
  private final List<List<Paced>> slots = new ArrayList<>();

  /** Frames that each slot has not been told yet of. */
  private final int[] leftOut = new int[SLOTS];

  private int running;
  private long lastLogNanos;
  private volatile Thread thread;
  private volatile boolean stopped;
  private volatile int load;

  public Wheel(NanoClock clock) {
    this.clock = clock;
    this.lateness = new Lateness(clock.nanos());
    this.lastLogNanos = clock.nanos() - LOG_INTERVAL_NANOS;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
  }

  /** Gives the wheel something to run from now on. */
  public void add(Paced paced) {
    joining.add(paced);
    LockSupport.unpark(thread);
  }

  /** Runs it at once and every 20 ms from then on, if {@link Paced#shift} allows it. */
  public void hasten(Paced paced) {
    hastened.add(paced);
    LockSupport.unpark(thread);
  }

  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /** How much is run at present. */
  public int load() {
    return load;
  }

  /** 99th percentile of how late a slot began in the last ten seconds. */
  public long latenessMicros() {
    return lateness.p99Micros();
  }

  @Override
  public void run() {
    Urgency.during(this::turn);
  }

  private void turn() {
    thread = Thread.currentThread();
    long due = clock.nanos();
    int slot = 0;
    while (!stopped) {
      admit();
      long now = clock.nanos();
      if (running == 0) {
        hastened.clear();
        LockSupport.parkNanos(IDLE_NANOS);
        due = clock.nanos();
        continue;
      }
      while (slots.get(slot).isEmpty() && due + SLOT_NANOS <= now) {
        slot = (slot + 1) % SLOTS;
        due += SLOT_NANOS;
      }
      hasten(slot);
      long wait = due + emptySlotsFrom(slot) * SLOT_NANOS - now;
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        lateness.record(now, now - due);
        if (now - due > MAX_BEHIND_NANOS) {
          due += leaveOut((int) ((now - due) / FRAME_NANOS));
        }
        tick(slots.get(slot), leftOut[slot]);
        leftOut[slot] = 0;
        slot = (slot + 1) % SLOTS;
        due += SLOT_NANOS;
      }
    }
  }

  /** A wheel that is too far behind does not catch up. */
  private long leaveOut(int frames) {
    for (int i = 0; i < SLOTS; i++) {
      leftOut[i] += frames;
    }
    return frames * FRAME_NANOS;
  }

  private void tick(List<Paced> slot, int framesBefore) {
    for (int i = slot.size() - 1; i >= 0; i--) {
      if (!tick(slot.get(i), framesBefore)) {
        // Order within a slot does not matter: the last one takes the place of the finished one.
        slot.set(i, slot.get(slot.size() - 1));
        slot.remove(slot.size() - 1);
        running--;
        load = running;
      }
    }
  }

  private boolean tick(Paced paced, int framesBefore) {
    try {
      return paced.tick(clock.nanos(), framesBefore);
    } catch (RuntimeException e) {
      long now = clock.nanos();
      if (now - lastLogNanos > LOG_INTERVAL_NANOS) {
        lastLogNanos = now;
        LOG.log(Level.ERROR, "One frame of " + paced + " was lost by a fault of ours", e);
      }
      return true;
    }
  }

  private void admit() {
    for (Paced paced = joining.poll(); paced != null; paced = joining.poll()) {
      emptiest().add(paced);
      running++;
      load = running;
    }
  }

  private void hasten(int to) {
    for (Paced paced = hastened.poll(); paced != null; paced = hastened.poll()) {
      if (paced.shift()) {
        move(paced, slots.get(to));
      }
    }
  }

  private void move(Paced paced, List<Paced> to) {
    if (slots.stream().anyMatch(slot -> slot.remove(paced))) {
      to.add(paced);
    }
  }

  private List<Paced> emptiest() {
    List<Paced> emptiest = slots.get(0);
    for (int i = 1; i < SLOTS; i++) {
      if (slots.get(i).size() < emptiest.size()) {
        emptiest = slots.get(i);
      }
    }
    return emptiest;
  }

  private int emptySlotsFrom(int slot) {
    int skipped = 0;
    while (slots.get((slot + skipped) % SLOTS).isEmpty()) {
      skipped++;
    }
    return skipped;
  }
}
