package org.tandemvoice.media.engine.jitter;

/** A small first-in first-out store between packets of any duration and frames of 20 ms. */
final class SampleQueue {

  private final short[] samples;
  private int size;

  SampleQueue(int capacity) {
    samples = new short[capacity];
  }

  int size() {
    return size;
  }

  /** Appends; what does not fit is dropped. */
  void add(short[] pcm, int count) {
    int taken = Math.min(count, samples.length - size);
    System.arraycopy(pcm, 0, samples, size, taken);
    size += taken;
  }

  /** Writes {@code count} samples over those that wait from {@code at} on. */
  void replace(int at, short[] pcm, int offset, int count) {
    System.arraycopy(pcm, offset, samples, at, count);
  }

  /** Removes the oldest samples into {@code frame}, which must not ask for more than there are. */
  void take(short[] frame, int count) {
    System.arraycopy(samples, 0, frame, 0, count);
    size -= count;
    System.arraycopy(samples, count, samples, 0, size);
  }

  void clear() {
    size = 0;
  }
}
