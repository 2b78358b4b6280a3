package org.tandemvoice.media.engine.audio;

import java.util.List;

/** Mono sound in linear 16-bit samples. The array is shared and not to be changed. */
public record Pcm(int sampleRateHz, short[] samples) {

  /** The rate at which the engine mixes and plays. */
  public static final int ENGINE_RATE_HZ = 8000;

  private static final Pcm NOTHING = new Pcm(ENGINE_RATE_HZ, new short[0]);

  public static Pcm nothing() {
    return NOTHING;
  }

  /** All samples in order. */
  public static short[] joined(List<short[]> parts) {
    short[] joined = new short[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** The same sound at the engine's rate. */
  public Pcm atEngineRate() {
    return sampleRateHz == ENGINE_RATE_HZ
        ? this
        : new Pcm(ENGINE_RATE_HZ, new Resampler(sampleRateHz, ENGINE_RATE_HZ).resample(samples));
  }
}
