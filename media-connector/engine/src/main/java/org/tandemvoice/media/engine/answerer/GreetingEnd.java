package org.tandemvoice.media.engine.answerer;

import java.util.Optional;

/**
 * Listens to a machine that greets until one may speak to it: when its beep is over, or, if it has
 * none, when it has been silent for long.
 */
public final class GreetingEnd {

  /** How it ended. */
  public enum Sign {
    BEEP,
    SILENCE
  }

  private static final int FRAME_MS = 20;

  /** Longer than machines wait between their last word and the beep. */
  private static final int SILENCE_MS = 3_000;

  private static final int PATIENCE_MS = 30_000;

  private final BeepDetector beep;
  private final VoiceActivity voice = new VoiceActivity();
  private boolean beeping;
  private int elapsedMs;
  private int silentMs;

  /**
   * @param beeping whether its beep has begun already
   */
  public GreetingEnd(int rateHz, boolean beeping) {
    this.beep = new BeepDetector(rateHz);
    this.beeping = beeping;
  }

  /** Takes the next frame of 20 ms; says once that it has ended. */
  public Optional<Sign> hear(short[] frame, int samples) {
    beeping |= beep.hears(frame, samples);
    if (beeping && !beep.isSounding()) {
      return Optional.of(Sign.BEEP);
    }
    silentMs = voice.hears(frame, samples) ? 0 : silentMs + FRAME_MS;
    elapsedMs += FRAME_MS;
    return silentMs >= SILENCE_MS || elapsedMs >= PATIENCE_MS
        ? Optional.of(Sign.SILENCE)
        : Optional.empty();
  }
}
