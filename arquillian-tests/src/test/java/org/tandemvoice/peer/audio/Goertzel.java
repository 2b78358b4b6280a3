package org.tandemvoice.peer.audio;

/** One bin of a Fourier transform, enough to tell whether a known tone is there. */
final class Goertzel {

  private Goertzel() {}

  /** The share (0 to 1) of the window's energy that lies at that frequency. */
  static double share(short[] samples, int from, int size, double frequency, int rate) {
    double coefficient = 2 * Math.cos(2 * Math.PI * frequency / rate);
    double previous = 0;
    double beforePrevious = 0;
    double energy = 0;
    for (int i = from; i < from + size; i++) {
      double current = samples[i] + coefficient * previous - beforePrevious;
      beforePrevious = previous;
      previous = current;
      energy += (double) samples[i] * samples[i];
    }
    double power =
        previous * previous
            + beforePrevious * beforePrevious
            - coefficient * previous * beforePrevious;
    return energy == 0 ? 0 : 2 * power / (size * energy);
  }
}
