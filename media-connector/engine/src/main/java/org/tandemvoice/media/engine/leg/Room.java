package org.tandemvoice.media.engine.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.media.engine.pace.Paced;
import org.tandemvoice.media.engine.pace.Wheel;
import org.tandemvoice.media.engine.recording.RecordingTap;

/**
 * Legs that hear each other and not themselves; a leg alone is in a room too. Every leg is in one
 * room at a time and is handed from room to room without a lock: the old room lets go of it before
 * the new one sees it.
 */
public final class Room implements Paced {

  /** Samples of the longest frame: 20 ms at 48 kHz. */
  static final int MAX_FRAME = 960;

  private static final int FRAMES_PER_SECOND = 50;
  private static final short[] SILENCE = new short[MAX_FRAME];
  private static final int ENDED = -1;

  private final Queue<Leg> arriving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger expected;
  private final boolean isOpen;
  private final Runnable whenEnded;
  private final List<Leg> members = new ArrayList<>();
  private final Tapes recordings = new Tapes();
  private final int[] sum = new int[MAX_FRAME];
  private final short[] mixed = new short[MAX_FRAME];
  private short[][] sayings = new short[2][];
  private boolean whispering;
  private volatile Wheel wheel;
  private int rateHz;
  private int samples;

  private Room(int expected, boolean isOpen, Runnable whenEnded) {
    this.expected = new AtomicInteger(expected);
    this.isOpen = isOpen;
    this.whenEnded = whenEnded;
  }

  /** A room that lives until so many legs have come and all have gone. */
  public static Room forArrivals(int legs) {
    return new Room(legs, false, () -> {});
  }

  /** A room for a leg that no room has had before. */
  public static Room of(Leg leg) {
    Room room = forArrivals(1);
    leg.entered(room);
    room.arrive(leg);
    return room;
  }

  /** A room that more may enter later, by {@link #expect}; the first leg is expected already. */
  public static Room open(Runnable whenEnded) {
    return new Room(1, true, whenEnded);
  }

  /** Gives the room its place. */
  public void turnOn(Wheel itsWheel) {
    wheel = itsWheel;
    itsWheel.add(this);
  }

  /** Keeps the room for one more leg; false if it has ended. */
  public boolean expect() {
    return expected.getAndUpdate(legs -> legs == ENDED ? ENDED : legs + 1) != ENDED;
  }

  /** A leg that was expected will not come. */
  public void forgo() {
    expected.decrementAndGet();
  }

  /** Records what is said in the room from now on; may be called by any thread. */
  public void record(RecordingTap tap) {
    recordings.add(tap);
    if (expected.get() == ENDED) {
      tap.end();
    }
  }

  /** Ends a recording of the room, if there is one of that id; may be called by any thread. */
  public void stopRecording(UUID recordingId) {
    recordings.stop(recordingId);
  }

  @Override
  public boolean tick(long nowNanos, int leftOut) {
    leaveOut(nowNanos, leftOut);
    admit();
    boolean coded =
        members.size() == 2 && recordings.isEmpty() && members.get(0).handsOnTo(members.get(1));
    for (int i = members.size() - 1; i >= 0; i--) {
      Leg leg = members.get(i);
      leg.listen(nowNanos, coded);
      if (leg.isClosed() || leg.destination() != null) {
        members.remove(i);
        handOver(leg);
      }
    }
    if (coded && members.size() == 2) {
      members.get(0).handOn(members.get(1), nowNanos);
      members.get(1).handOn(members.get(0), nowNanos);
    } else {
      mix(nowNanos);
    }
    return !members.isEmpty() || !ends();
  }

  @Override
  public boolean shift() {
    return !isShared() && recordings.isEmpty() && !members.isEmpty() && members.get(0).shift();
  }

  private void leaveOut(long nowNanos, int frames) {
    for (int i = 0; frames > 0 && i < members.size(); i++) {
      members.get(i).leaveOut(nowNanos, frames);
    }
    for (int i = 0; i < frames; i++) {
      recordings.frame(SILENCE, SILENCE, samples);
    }
  }

  private void mix(long nowNanos) {
    hearAll();
    if (!recordings.isEmpty()) {
      recordAll();
    }
    whispering = isWhispering();
    if (members.size() > 2 && !whispering) {
      addUp();
    }
    for (int i = 0; i < members.size(); i++) {
      members.get(i).speak(nowNanos, heardBy(i), rateHz);
    }
  }

  private boolean ends() {
    if (!expected.compareAndSet(0, ENDED)) {
      return false;
    }
    whenEnded.run();
    recordings.end();
    return true;
  }

  /** Everybody at the highest rate of the room. */
  private void hearAll() {
    rateHz = 0;
    for (int i = 0; i < members.size(); i++) {
      rateHz = Math.max(rateHz, members.get(i).rateHz());
    }
    samples = rateHz / FRAMES_PER_SECOND;
    if (members.size() > sayings.length) {
      sayings = new short[2 * members.size()][];
    }
    for (int i = 0; i < members.size(); i++) {
      sayings[i] = members.get(i).saidAt(rateHz);
    }
  }

  private boolean isWhispering() {
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).speaksToAll()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "room of " + members;
  }

  /** Has the next frame now; may be called by any thread. */
  void hasten() {
    Wheel itsWheel = wheel;
    // A room that has no place yet gets one that comes soon.
    if (itsWheel != null) {
      itsWheel.hasten(this);
    }
  }

  /** Whether others are here, or may come. */
  boolean isShared() {
    return members.size() > 1 || isOpen;
  }

  /** Whether two are here who talk to each other alone. */
  boolean isBridge() {
    return !isOpen && members.size() == 2;
  }

  /** In a bridge of two, keys go on to the other party; a conference is not dialled into. */
  void digitBegan(Leg from, char digit) {
    for (int i = 0; isBridge() && i < members.size(); i++) {
      if (members.get(i) != from) {
        members.get(i).keys().otherBegan(digit);
      }
    }
  }

  void digitEnded(Leg from, int durationMs) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) != from) {
        members.get(i).keys().otherEnded(durationMs);
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
      add(sayings[m]);
    }
  }

  private void add(short[] said) {
    for (int i = 0; i < samples; i++) {
      sum[i] += said[i];
    }
  }

  private void recordAll() {
    addUp();
    for (int i = 0; i < samples; i++) {
      mixed[i] = limited(sum[i]);
    }
    recordings.frame(mixed, SILENCE, samples);
  }

  private void addUpFor(Leg listener) {
    Arrays.fill(sum, 0);
    for (int m = 0; m < members.size(); m++) {
      Leg speaker = members.get(m);
      if (speaker != listener && speaker.speaksTo(listener)) {
        add(sayings[m]);
      }
    }
  }

  /** The sum of the others, which for two is simply the other. */
  private short[] heardBy(int member) {
    if (members.size() == 1) {
      return SILENCE;
    }
    if (whispering) {
      addUpFor(members.get(member));
      for (int i = 0; i < samples; i++) {
        mixed[i] = limited(sum[i]);
      }
      return mixed;
    }
    if (members.size() == 2) {
      return sayings[1 - member];
    }
    short[] own = sayings[member];
    for (int i = 0; i < samples; i++) {
      mixed[i] = limited(sum[i] - own[i]);
    }
    return mixed;
  }

  private static short limited(int sample) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
  }
}
