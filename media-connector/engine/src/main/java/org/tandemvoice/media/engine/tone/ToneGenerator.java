package org.tandemvoice.media.engine.tone;

import java.util.Arrays;

/**
 * One or two sines at once, for ever, in pieces of any length. Belongs to one thread and allocates
 * nothing while it sounds.
 */
public final class ToneGenerator {

  private static final double FULL_SCALE = 32_767;

  private final int rateHz;
  private double firstStep;
  private double secondStep;
  private double firstPhase;
  private double secondPhase;
  private double amplitude;

  public ToneGenerator(int rateHz) {
    this.rateHz = rateHz;
  }

  /**
   * Begins anew.
   *
   * @param secondHz 0 for a single tone
   * @param level of each tone below full scale, decibels, negative
   */
  public ToneGenerator start(double firstHz, double secondHz, double level) {
    firstStep = 2 * Math.PI * firstHz / rateHz;
    secondStep = 2 * Math.PI * secondHz / rateHz;
    firstPhase = 0;
    secondPhase = 0;
    amplitude = FULL_SCALE * Math.pow(10, level / 20);
    return this;
  }

  /** Writes the next samples. */
  public void sound(short[] pcm, int from, int count) {
    if (amplitude == 0) {
      Arrays.fill(pcm, from, from + count, (short) 0);
      return;
    }
    for (int i = from; i < from + count; i++) {
      pcm[i] = (short) (amplitude * (Math.sin(firstPhase) + Math.sin(secondPhase)));
      firstPhase = (firstPhase + firstStep) % (2 * Math.PI);
      secondPhase = (secondPhase + secondStep) % (2 * Math.PI);
    }
  }
}
