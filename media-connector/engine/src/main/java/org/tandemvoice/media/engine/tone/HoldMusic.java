package org.tandemvoice.media.engine.tone;

import org.tandemvoice.media.engine.audio.Pcm;

/**
 * The music a waiting party hears if the operator has put no file of his own: a slow broken chord
 * progression, made once, that joins its own beginning.
 */
public final class HoldMusic {

  private static final int RATE = Pcm.ENGINE_RATE_HZ;
  private static final double NOTE_SECONDS = 0.4;
  private static final double AMPLITUDE = 3_600;
  private static final double A4_HZ = 440;
  private static final int A4 = 69;

  /** Chords as notes of the MIDI scale: C, A minor, F, G, twice, the second time with a turn. */
  private static final int[][] CHORDS = {
    {60, 64, 67, 72}, {57, 60, 64, 69}, {53, 57, 60, 65}, {55, 59, 62, 67},
    {60, 67, 64, 76}, {57, 64, 60, 72}, {53, 60, 57, 69}, {55, 62, 59, 71}
  };

  private static final int[] ORDER = {0, 1, 2, 3, 2, 1, 2, 1};

  private HoldMusic() {}

  /** Twenty-five seconds of music at the engine's rate. */
  public static Pcm compose() {
    int noteSamples = (int) (NOTE_SECONDS * RATE);
    double[] sound = new double[CHORDS.length * ORDER.length * noteSamples];
    for (int chord = 0; chord < CHORDS.length; chord++) {
      for (int beat = 0; beat < ORDER.length; beat++) {
        int at = (chord * ORDER.length + beat) * noteSamples;
        pluck(sound, at, hz(CHORDS[chord][ORDER[beat]]));
      }
    }
    short[] samples = new short[sound.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.max(-32_000, Math.min(32_000, sound[i]));
    }
    return new Pcm(RATE, samples);
  }

  /** A note that fades over three beats, past the end into the beginning. */
  private static void pluck(double[] sound, int at, double hz) {
    int length = (int) (3 * NOTE_SECONDS * RATE);
    double attack = RATE * 0.008;
    for (int i = 0; i < length; i++) {
      double loudness = AMPLITUDE * Math.min(1, i / attack) * Math.exp(-4.0 * i / length);
      double phase = 2 * Math.PI * hz * i / RATE;
      double fadeOut = Math.min(1, (length - i) / attack);
      sound[(at + i) % sound.length] +=
          loudness * fadeOut * (Math.sin(phase) + 0.35 * Math.sin(2 * phase));
    }
  }

  private static double hz(int note) {
    return A4_HZ * Math.pow(2, (note - A4) / 12.0);
  }
}
