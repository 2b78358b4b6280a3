package org.tandemvoice.peer.rtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sound of which each frame of 20 ms says by whom it is and which one it is, so that a test knows
 * of every single frame whether it arrived. Survives G.711, and that the first 4 ms after a gap are
 * blended with what was made up in it (after ITU-T G.711 appendix I); nothing else.
 */
public final class NumberedFrames implements SoundSource {

  /** One frame that was found: whose it is, and its number from 0. */
  public record Mark(int speaker, int number) {}

  private static final int SPEAKER_BITS = 8;
  private static final int NUMBER_BITS = 12;
  private static final int BITS = SPEAKER_BITS + NUMBER_BITS;
  private static final int SAMPLES_PER_BIT = 6;
  private static final int START = SoundSource.FRAME - BITS * SAMPLES_PER_BIT;
  private static final int BLENDED = 32;
  private static final int HALF_WAVE = 2;
  private static final short LOUD = 8000;
  private static final short SOFT = 3000;
  private static final int BETWEEN = 5500;

  private final int speaker;
  private final long[] saidAtNanos = new long[1 << NUMBER_BITS];
  private volatile int next;

  private NumberedFrames(int speaker) {
    this.speaker = speaker;
  }

  /**
   * @param speaker 0 to 255
   */
  public static NumberedFrames of(int speaker) {
    return new NumberedFrames(speaker);
  }

  @Override
  public short[] nextFrame() {
    short[] frame = new short[SoundSource.FRAME];
    for (int i = 0; i < START; i++) {
      frame[i] = isUp(i) ? LOUD : -LOUD;
    }
    int number = next & saidAtNanos.length - 1;
    saidAtNanos[number] = System.nanoTime();
    next++;
    int word = speaker << NUMBER_BITS | number;
    for (int bit = 0; bit < BITS; bit++) {
      int from = START + bit * SAMPLES_PER_BIT;
      short level = (word >> bit & 1) == 1 ? SOFT : -SOFT;
      Arrays.fill(frame, from, from + SAMPLES_PER_BIT, level);
    }
    return frame;
  }

  /** How long after the frame before that one was said. */
  public Duration sinceTheOneBefore(int number) {
    return Duration.ofNanos(next <= number ? 0 : saidAtNanos[number] - saidAtNanos[number - 1]);
  }

  /** All whole frames in a sound, wherever they begin, in their order. */
  public static List<Mark> in(short[] samples) {
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    while (at + SoundSource.FRAME <= samples.length) {
      if (beginsAt(samples, at)) {
        marks.add(mark(samples, at + START));
        at += SoundSource.FRAME;
      } else {
        at++;
      }
    }
    return marks;
  }

  private static boolean isUp(int sample) {
    return sample / HALF_WAVE % 2 == 0;
  }

  private static boolean beginsAt(short[] samples, int at) {
    for (int i = BLENDED; i < START; i++) {
      if ((isUp(i) ? samples[at + i] : -samples[at + i]) < BETWEEN) {
        return false;
      }
    }
    for (int i = START; i < SoundSource.FRAME; i++) {
      int inBit = (i - START) % SAMPLES_PER_BIT;
      boolean isSame = samples[at + i] == samples[at + i - inBit];
      if (!isSame || Math.abs(samples[at + i]) > BETWEEN) {
        return false;
      }
    }
    return true;
  }

  private static Mark mark(short[] samples, int at) {
    int word = 0;
    for (int bit = 0; bit < BITS; bit++) {
      word |= samples[at + bit * SAMPLES_PER_BIT] > 0 ? 1 << bit : 0;
    }
    return new Mark(word >> NUMBER_BITS, word & (1 << NUMBER_BITS) - 1);
  }
}
