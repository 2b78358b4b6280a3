package org.tandemvoice.media.engine.tone;

import org.tandemvoice.media.engine.audio.Pcm;

/** What a caller hears while a phone rings elsewhere: 440 and 480 Hz, two seconds in six. */
public final class Ringback {

  private static final int RATE = Pcm.ENGINE_RATE_HZ;
  private static final int SOUNDING_SECONDS = 2;
  private static final int PERIOD_SECONDS = 6;
  private static final double LEVEL_DB = -22;

  private Ringback() {}

  /** One period at the engine's rate, to be repeated. */
  public static Pcm compose() {
    short[] samples = new short[PERIOD_SECONDS * RATE];
    new ToneGenerator(RATE).start(440, 480, LEVEL_DB).sound(samples, 0, SOUNDING_SECONDS * RATE);
    return new Pcm(RATE, samples);
  }
}
