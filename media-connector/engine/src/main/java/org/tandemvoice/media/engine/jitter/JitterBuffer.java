package org.tandemvoice.media.engine.jitter;

import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * Puts packets in order and says at each moment what to play: a packet, something in place of a
 * lost one, or silence. The delay adapts between 20 and 200 ms: it grows at once when a packet
 * comes too late and shrinks by 20 ms in two seconds at most, when the caller finds a frame it can
 * leave out. A caller that has stood still goes on with what comes then. All times are
 * eight-thousandths of a second, whatever the RTP clock.
 */
public final class JitterBuffer {

  /** What to do for the next samples. */
  public enum Step {
    /** Decode the current packet, then call {@link #played}. */
    PACKET,
    /** Make up {@link #gap} samples, then call {@link #madeUp} or {@link #passed}. */
    LOST,
    /**
     * Play {@link #gap} samples of silence, then call {@link #passed}: the sender paused (RFC 3551
     * section 4.1).
     */
    PAUSE,
    /** Make up a frame, media time stands still: the delay grows. */
    STRETCH,
    /** Nothing to play yet or any more. */
    IDLE
  }

  static final int SAMPLES_PER_MS = 8;
  static final int FRAME = 20 * SAMPLES_PER_MS;
  static final int MIN_DELAY = 20 * SAMPLES_PER_MS;
  static final int MAX_DELAY = 200 * SAMPLES_PER_MS;

  /** Longer than any packet. */
  static final int MAX_PACKET = 200 * SAMPLES_PER_MS;

  private static final int FIRST_DELAY = 40 * SAMPLES_PER_MS;
  private static final int SLOTS = LateSound.MAX_FRAMES;

  /** As long as nothing comes, the sender may yet say in a burst what it said meanwhile. */
  private static final int PATIENCE = (LateSound.MAX_FRAMES - 4) * FRAME;

  private static final long SHRINK_INTERVAL = 2000L * SAMPLES_PER_MS;
  private static final long SHRINK_IN_SOUND_INTERVAL = 3_000L * SAMPLES_PER_MS;
  private static final int EMPTY = 0;
  private static final int HELD = 1;
  private static final int SKIP = 2;
  private static final int DONE = 3;

  private final SenderStream stream = new SenderStream();
  private final PacketSlots slots = new PacketSlots(SLOTS);
  private final DelayWindow delays = new DelayWindow();
  private final MadeUp madeUp = new MadeUp();
  private final LateRun lateRun = new LateRun();
  private boolean started;
  private long nextSequence;
  private long nextTime;
  private long startAt;

  /** When a sample is heard minus its media time; a packet with a greater delay is late. */
  private long offset;

  private long stretch;
  private long lastShrink;
  private int underrun;
  private int held;
  private int current;
  private int gap;
  private boolean followed;
  private boolean whole;
  private long missedTime;
  private boolean missedInOrder;
  private volatile long late;
  private volatile long duplicates;

  /**
   * Takes an audio packet that came at {@code arrival}, whose timestamp counts so many ticks to our
   * one; false if it is too late to be played, see {@link #missed}.
   */
  public boolean put(RtpPacket packet, long arrival, int ticks) {
    if (!isExpected(packet, arrival, ticks)) {
      reset();
      stream.begin(packet, ticks);
    }
    long sequence = stream.sequenceOf(packet);
    long time = stream.timeOf(packet);
    delays.record(arrival - time);
    if (slots.state(sequence) != EMPTY) {
      duplicates = duplicates + 1;
    } else if (started && time < nextTime) {
      late(packet, sequence, time);
      demand(arrival - time);
      return false;
    } else {
      hold(packet, sequence, time, arrival);
    }
    return true;
  }

  /** How much was made up in place of the packet that came too late; 0 if nothing was. */
  public int missed() {
    return madeUp.lengthFrom(missedTime);
  }

  /** Where that was given, if {@link #missed} is not 0. */
  public long missedPlace() {
    return madeUp.placeOf(missedTime);
  }

  /** Whether it is the next to be decoded: nothing after it was yet, and nothing waits. */
  public boolean isMissedInOrder() {
    return missedInOrder;
  }

  /** Notes a packet that carries no audio, so that its sequence number is not taken for a loss. */
  public void skip(RtpPacket packet) {
    long sequence = stream.sequenceOf(packet);
    if (stream.isOf(packet)
        && sequence > stream.newest() - SLOTS
        && slots.state(sequence) == EMPTY) {
      slots.mark(sequence, SKIP);
    }
  }

  /** Whether nothing is there to go on with in the midst of sound. */
  public boolean isDry() {
    return started && held == 0;
  }

  /** What to do next at time {@code now}. */
  public Step next(long now) {
    if (!started) {
      if (held == 0 || now < startAt - MIN_DELAY / 2) {
        return Step.IDLE;
      }
      started = true;
      offset = now - nextTime;
      lastShrink = now;
    }
    if (stretch > 0) {
      stretch -= FRAME;
      offset += FRAME;
      return Step.STRETCH;
    }
    boolean missing = false;
    for (long sequence = nextSequence; sequence <= stream.newest(); sequence++) {
      int state = slots.state(sequence);
      if (state == HELD) {
        return reach(sequence, missing);
      }
      missing |= state == EMPTY;
    }
    return runDry();
  }

  /**
   * Whether the current packet may be left out if it is silent: packets wait too long. If they wait
   * far too long, so may each.
   */
  public boolean mayShrink(long now) {
    long excess = offset - delays.quickest() - target();
    return excess > (now - lastShrink >= SHRINK_INTERVAL ? FRAME : MAX_DELAY);
  }

  /**
   * Whether sound has to be shortened: the delay is too long by that much and no silence came for
   * long.
   */
  public boolean mustShrink(long now, int excess) {
    return offset - delays.quickest() > target() + excess
        && now - lastShrink >= SHRINK_IN_SOUND_INTERVAL;
  }

  /** So many samples were left out at {@code now}. */
  public void shrunk(long now, int samples) {
    lastShrink = now;
    offset -= samples;
  }

  /** Where the current packet's payload is. */
  public byte[] payload() {
    return slots.payload(current);
  }

  public int payloadLength() {
    return slots.payloadLength(current);
  }

  public int payloadType() {
    return slots.payloadType(current);
  }

  /** The current packet gave this many samples. */
  public void played(int samples) {
    nextTime += samples;
  }

  /** Samples to fill after {@link Step#LOST} or {@link Step#PAUSE}. */
  public int gap() {
    return gap;
  }

  /**
   * After {@link Step#LOST}: whether the packet that follows the gap is there; it is the current
   * one then.
   */
  public boolean isFollowed() {
    return followed;
  }

  /** This many samples were filled in. */
  public void passed(int samples) {
    nextTime += samples;
  }

  /** This many samples were filled in, and given at that place, where a late packet belongs. */
  public void madeUp(int samples, long place) {
    if (whole) {
      madeUp.note(nextTime, place, samples);
    }
    nextTime += samples;
  }

  /**
   * Whether somebody wants all that is said, however late it comes: where something was made up is
   * known for more than a second then.
   */
  public void whole(boolean on) {
    if (whole && !on) {
      madeUp.clear();
    }
    whole = on;
  }

  /** See {@link #whole}. */
  public boolean isWhole() {
    return whole;
  }

  /** Nobody wants to know any more what was said where something was made up. */
  public void forgetMadeUp() {
    madeUp.clear();
  }

  /** The delay aimed at, milliseconds. */
  public int targetMs() {
    return (int) (target() / SAMPLES_PER_MS);
  }

  /** Packets that came after their turn. */
  public long late() {
    return late;
  }

  public long duplicates() {
    return duplicates;
  }

  /** Forgets everything but the counters. */
  public void reset() {
    stream.end();
    catchUp();
    delays.clear();
    madeUp.clear();
  }

  private boolean isExpected(RtpPacket packet, long arrival, int ticks) {
    return stream.isOf(packet)
        && stream.counts(ticks)
        && Math.abs(stream.sequenceOf(packet) - stream.newest()) < SLOTS
        && !isOtherTimeline(packet, arrival);
  }

  /**
   * Whether the sender's clock jumped: the packet would wait far too long, or packets come far too
   * late for long, or this one is far from the usual delay after a pause.
   */
  private boolean isOtherTimeline(RtpPacket packet, long arrival) {
    long time = stream.timeOf(packet);
    long delay = arrival - time;
    if (!started && held == 0) {
      return Math.abs(delay - delays.quickest()) > MAX_DELAY;
    }
    if (lateRun.isTooLong(time, whole)) {
      return true;
    }
    return offset - delay > 2 * MAX_DELAY && !(whole && mayWait(packet, time));
  }

  /**
   * Whether there is a place for what a sender says in a burst that was late when it began: no jump
   * of its clock, for it says all that lies between. Where nothing waits yet, nothing is lost if
   * the stream begins anew.
   */
  private boolean mayWait(RtpPacket packet, long time) {
    long sequence = stream.sequenceOf(packet);
    long packets = sequence - stream.newest();
    return held > 0
        && sequence - nextSequence < SLOTS
        && time - stream.newestTime() <= Math.max(packets, 0) * MAX_PACKET;
  }

  private void hold(RtpPacket packet, long sequence, long time, long arrival) {
    slots.hold(sequence, time, packet);
    stream.follow(packet);
    held++;
    lateRun.end();
    if (!started && (held == 1 || sequence < nextSequence)) {
      nextSequence = sequence;
      nextTime = time;
      startAt = held == 1 ? arrival + Math.max(FIRST_DELAY, target()) : startAt;
      offset = startAt - nextTime;
    }
  }

  /** The listener stood still: it goes on with what comes now, for what waits is too old. */
  public void catchUp() {
    started = false;
    stretch = 0;
    underrun = 0;
    held = 0;
    lateRun.end();
    slots.clear();
  }

  private void late(RtpPacket packet, long sequence, long time) {
    late = late + 1;
    stream.follow(packet);
    slots.mark(sequence, DONE);
    missedTime = time;
    underrun = whole ? 0 : underrun;
    missedInOrder = held == 0 && sequence >= nextSequence;
    if (missedInOrder) {
      nextSequence = sequence + 1;
    }
  }

  /**
   * A late packet asks for more delay, unless no delay would be enough: then the sender has stood
   * still and says quickly what it ought to have said, or its clock has jumped for good.
   */
  private void demand(long delay) {
    if (delay - delays.quickest() > MAX_DELAY) {
      lateRun.goOn(missedTime, delay);
    } else if (!lateRun.isOn()) {
      long lateness = nextTime - missedTime;
      stretch = Math.max(stretch, (lateness + FRAME - 1) / FRAME * FRAME);
    }
  }

  private long target() {
    return Math.min(MAX_DELAY, Math.max(MIN_DELAY, delays.spread()));
  }

  private Step reach(long sequence, boolean missing) {
    long time = slots.time(sequence);
    underrun = 0;
    if (time <= nextTime) {
      nextTime = time;
      nextSequence = sequence + 1;
      current = slots.take(sequence, DONE);
      held--;
      return Step.PACKET;
    }
    gap = (int) Math.min(time - nextTime, FRAME);
    followed = time - nextTime == gap;
    if (followed) {
      current = slots.index(sequence);
    }
    return missing ? Step.LOST : Step.PAUSE;
  }

  private Step runDry() {
    underrun += FRAME;
    if (underrun > (whole ? PATIENCE : MAX_DELAY)) {
      started = false;
      underrun = 0;
      stretch = 0;
      return Step.IDLE;
    }
    gap = FRAME;
    followed = false;
    return Step.LOST;
  }
}
