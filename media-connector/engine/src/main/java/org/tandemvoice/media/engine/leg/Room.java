package org.tandemvoice.media.engine.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.media.engine.jitter.Playout;
import org.tandemvoice.media.engine.pace.Paced;

/**
 * Legs that hear each other and not themselves; a leg alone is in a room too. Every leg is in one
 * room at a time and is handed from room to room without a lock: the old room lets go of it before
 * the new one sees it.
 */
public final class Room implements Paced {

  private static final int FRAME = Playout.FRAME_SAMPLES;
  private static final short[] SILENCE = new short[FRAME];

  private final Queue<Leg> arriving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger expected;
  private final List<Leg> members = new ArrayList<>();
  private final int[] sum = new int[FRAME];
  private final short[] mixed = new short[FRAME];

  private Room(int expected) {
    this.expected = new AtomicInteger(expected);
  }

  /** A room that lives until so many legs have come and all have gone. */
  public static Room forArrivals(int legs) {
    return new Room(legs);
  }

  /** A room for a leg that no room has had before. */
  public static Room of(Leg leg) {
    Room room = new Room(1);
    room.arrive(leg);
    return room;
  }

  /** A leg that was expected will not come. */
  public void forgo() {
    expected.decrementAndGet();
  }

  @Override
  public boolean tick(long nowNanos) {
    admit();
    for (int i = members.size() - 1; i >= 0; i--) {
      Leg leg = members.get(i);
      leg.listen(nowNanos);
      if (leg.isClosed() || leg.destination() != null) {
        members.remove(i);
        handOver(leg);
      }
    }
    if (members.size() > 2) {
      addUp();
    }
    for (int i = 0; i < members.size(); i++) {
      members.get(i).speak(nowNanos, heardBy(i));
    }
    return !members.isEmpty() || expected.get() > 0;
  }

  @Override
  public String toString() {
    return "room of " + members;
  }

  int size() {
    return members.size();
  }

  void digitBegan(Leg from, char digit) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) != from) {
        members.get(i).sender().digitBegan(digit);
      }
    }
  }

  void digitEnded(Leg from, int durationMs) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) != from) {
        members.get(i).sender().digitEnded(durationMs);
      }
    }
  }

  private void arrive(Leg leg) {
    arriving.add(leg);
  }

  private void admit() {
    for (Leg leg = arriving.poll(); leg != null; leg = arriving.poll()) {
      leg.entered(this);
      members.add(leg);
      expected.decrementAndGet();
    }
  }

  private static void handOver(Leg leg) {
    if (!leg.isClosed()) {
      leg.destination().arrive(leg);
    }
  }

  private void addUp() {
    Arrays.fill(sum, 0);
    for (int m = 0; m < members.size(); m++) {
      short[] said = members.get(m).said();
      for (int i = 0; i < FRAME; i++) {
        sum[i] += said[i];
      }
    }
  }

  /** The sum of the others, which for two is simply the other. */
  private short[] heardBy(int member) {
    if (members.size() == 1) {
      return SILENCE;
    }
    if (members.size() == 2) {
      return members.get(1 - member).said();
    }
    short[] own = members.get(member).said();
    for (int i = 0; i < FRAME; i++) {
      int others = sum[i] - own[i];
      mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, others));
    }
    return mixed;
  }
}
