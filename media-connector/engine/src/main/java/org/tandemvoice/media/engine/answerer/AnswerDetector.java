package org.tandemvoice.media.engine.answerer;

import java.util.Optional;
import org.tandemvoice.media.Answerer;

/**
 * Judges from the first seconds after an answer whether a person or a machine took the call: a
 * person says a word or two and waits, a machine talks on, or beeps.
 */
public final class AnswerDetector {

  private static final int FRAME_MS = 20;

  /** A greeting that goes on for longer is a machine's. */
  private static final int LONG_GREETING_MS = 1_800;

  /** Silence after a greeting: somebody waits for us to speak. */
  private static final int WAITING_MS = 800;

  /** A shorter silence does not end a word. */
  private static final int BETWEEN_WORDS_MS = 80;

  private static final int MIN_WORD_MS = 100;
  private static final int MANY_WORDS = 5;

  private final VoiceActivity voice = new VoiceActivity();
  private final BeepDetector beep;
  private final int timeoutMs;
  private int elapsedMs;
  private int spokenMs;
  private int silentMs;
  private int greetingMs;
  private int words;
  private boolean inWord;
  private boolean beeped;

  /** The verdict comes when the timeout is over at the latest. */
  public AnswerDetector(int rateHz, int timeoutMs) {
    this.beep = new BeepDetector(rateHz);
    this.timeoutMs = timeoutMs;
  }

  /** Takes the next frame of 20 ms; gives the verdict as soon as there is one. */
  public Optional<Answerer> hear(short[] frame, int samples) {
    elapsedMs += FRAME_MS;
    if (beep.hears(frame, samples)) {
      beeped = true;
      return Optional.of(Answerer.MACHINE);
    }
    if (voice.hears(frame, samples)) {
      speech();
    } else {
      silence();
    }
    if (words >= MANY_WORDS || greetingMs >= LONG_GREETING_MS) {
      return Optional.of(Answerer.MACHINE);
    }
    if (words > 0 && silentMs >= WAITING_MS) {
      return Optional.of(Answerer.HUMAN);
    }
    return elapsedMs < timeoutMs ? Optional.empty() : Optional.of(atTheEnd());
  }

  /** Whether the verdict came from a beep, which may still sound. */
  public boolean hasBeeped() {
    return beeped;
  }

  private void speech() {
    spokenMs += FRAME_MS;
    // Pauses inside a greeting belong to it.
    greetingMs += FRAME_MS + (greetingMs > 0 ? silentMs : 0);
    silentMs = 0;
    if (!inWord && spokenMs >= MIN_WORD_MS) {
      inWord = true;
      words++;
    }
  }

  private void silence() {
    silentMs += FRAME_MS;
    if (silentMs >= BETWEEN_WORDS_MS) {
      inWord = false;
      spokenMs = 0;
    }
    if (words == 0 && silentMs >= WAITING_MS) {
      greetingMs = 0;
    }
  }

  private Answerer atTheEnd() {
    if (words == 0) {
      return Answerer.UNKNOWN;
    }
    return silentMs >= WAITING_MS / 2 ? Answerer.HUMAN : Answerer.MACHINE;
  }
}
