package org.tandemvoice.media.engine.recording;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way of frames from a leg's owner thread to the recorder: a ring for one writer and one
 * reader, without locks. If the reader falls seconds behind, frames are counted instead of kept.
 * The reader leaves the last frames to the writer, who may yet hear what was really said in them.
 */
public final class RecordingTap {

  /** What the reader does with a frame of both sides. */
  @FunctionalInterface
  interface Reader<E extends Exception> {
    void frame(short[] said, short[] heard, int samples) throws E;
  }

  private static final int MAX_FRAME = 960;
  private static final int SECONDS = 4;
  private static final int FRAMES_PER_SECOND = 50;

  private final UUID recordingId;
  private final short[] ring;
  private final int mask;
  private final int left;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong read = new AtomicLong();
  private final short[] said = new short[MAX_FRAME];
  private final short[] heard = new short[MAX_FRAME];

  /** From here on all frames are of the same length, and none is missing. */
  private long even;

  private int lastSamples;
  private volatile long missed;
  private volatile boolean ended;

  /**
   * A tap with room for some seconds at that rate.
   *
   * @param leftFrames how many of the last frames the reader leaves
   */
  RecordingTap(UUID recordingId, int rateHz, int leftFrames) {
    this.recordingId = recordingId;
    int entry = 1 + 2 * rateHz / FRAMES_PER_SECOND;
    int wanted = entry * FRAMES_PER_SECOND * SECONDS;
    ring = new short[Integer.highestOneBit(wanted - 1) << 1];
    mask = ring.length - 1;
    left = entry * leftFrames;
  }

  public UUID recordingId() {
    return recordingId;
  }

  /** Writer: what the party said and heard in one frame of 20 ms. */
  public void frame(short[] saidFrame, short[] heardFrame, int samples) {
    if (ended) {
      return;
    }
    long at = written.get();
    if (at + 1 + 2L * samples - read.get() > ring.length) {
      missed = missed + 1;
      even = at;
      return;
    }
    if (samples != lastSamples) {
      lastSamples = samples;
      even = at;
    }
    ring[(int) at & mask] = (short) samples;
    put(saidFrame, 0, samples, at + 1);
    put(heardFrame, 0, samples, at + 1 + samples);
    written.set(at + 1 + 2L * samples);
  }

  /**
   * Writer: what the party really said so many samples ago, counted from the end of the last frame;
   * what is too old by now stays as it is.
   */
  public void mend(long ago, short[] saidThen, int samples) {
    if (lastSamples == 0 || ended) {
      return;
    }
    long oldest = Math.max(even, written.get() - left);
    for (int done = 0; done < samples && done < ago; ) {
      long framesAgo = (ago - done + lastSamples - 1) / lastSamples;
      int inFrame = (int) (framesAgo * lastSamples - ago + done);
      int count = Math.min(samples - done, lastSamples - inFrame);
      long at = written.get() - framesAgo * (1 + 2L * lastSamples);
      if (at >= oldest) {
        put(saidThen, done, count, at + 1 + inFrame);
      }
      done += count;
    }
  }

  /** Any thread: nothing more will come. */
  public void end() {
    ended = true;
  }

  /** Whether the recording takes no more frames. */
  public boolean isEnded() {
    return ended;
  }

  /** Frames that found no room. */
  long missed() {
    return missed;
  }

  /** Any thread: whether nothing waits for the reader. */
  boolean isDrained() {
    return !mayTake(read.get());
  }

  /** Reader: hands over everything that waits, when the tap has ended also the last frames. */
  <E extends Exception> void drain(Reader<E> reader) throws E {
    for (long at = read.get(); mayTake(at); at = read.get()) {
      int samples = ring[(int) at & mask];
      take(said, samples, at + 1);
      take(heard, samples, at + 1 + samples);
      read.set(at + 1 + 2L * samples);
      reader.frame(said, heard, samples);
    }
  }

  private boolean mayTake(long at) {
    long end = written.get();
    return at < end && (ended || at + 1 + 2L * ring[(int) at & mask] <= end - left);
  }

  private void put(short[] frame, int offset, int samples, long at) {
    int from = (int) at & mask;
    int first = Math.min(samples, ring.length - from);
    System.arraycopy(frame, offset, ring, from, first);
    System.arraycopy(frame, offset + first, ring, 0, samples - first);
  }

  private void take(short[] frame, int samples, long at) {
    int from = (int) at & mask;
    int first = Math.min(samples, ring.length - from);
    System.arraycopy(ring, from, frame, 0, first);
    System.arraycopy(ring, 0, frame, first, samples - first);
  }
}
