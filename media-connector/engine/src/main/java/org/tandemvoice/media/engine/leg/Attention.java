package org.tandemvoice.media.engine.leg;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.media.Answerer;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.engine.answerer.AnswerDetector;
import org.tandemvoice.media.engine.answerer.GreetingEnd;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.dtmf.DigitListener;
import org.tandemvoice.media.engine.dtmf.InbandDigitReceiver;

/**
 * What is listened for in what a party says: keys pressed as sound, who answered, and when a
 * machine's greeting ends.
 */
final class Attention implements DigitListener {

  private static final int RATE_HZ = 8_000;
  private static final int FRAME_MS = 20;

  private final UUID sessionId;
  private final Consumer<MediaEvent> events;
  private final InbandDigitReceiver digits = new InbandDigitReceiver(this);
  private final FrameConverter rate = new FrameConverter();
  private boolean hearsDigits;
  private AnswerDetector answer;
  private GreetingEnd greeting;

  Attention(UUID sessionId, Consumer<MediaEvent> events) {
    this.sessionId = sessionId;
    this.events = events;
  }

  /** Listens for keys in the sound, because the party sends no events; or no longer. */
  void hearDigits(boolean on) {
    if (hearsDigits && !on) {
      digits.reset();
    }
    hearsDigits = on;
  }

  void detectAnswerer(Duration timeout) {
    answer = new AnswerDetector(RATE_HZ, (int) Math.min(60_000, timeout.toMillis()));
    greeting = null;
  }

  /** Whether {@link #hear} wants the next frame. */
  boolean isNeeded() {
    return hearsDigits || answer != null || greeting != null;
  }

  /** Takes a frame of 20 ms. */
  void hear(short[] frame, int frameRateHz) {
    short[] said = rate.convert(frame, frameRateHz, RATE_HZ);
    int samples = RATE_HZ * FRAME_MS / 1000;
    if (hearsDigits) {
      digits.hear(said, samples);
    }
    if (answer != null) {
      judge(said, samples);
    } else if (greeting != null) {
      awaitEnd(said, samples);
    }
  }

  @Override
  public void digitBegan(char digit) {
    // The other parties hear the tone itself.
  }

  @Override
  public void digitEnded(char digit, int durationMs) {
    events.accept(new MediaEvent.DigitReceived(sessionId, digit, durationMs));
  }

  private void judge(short[] said, int samples) {
    Optional<Answerer> verdict = answer.hear(said, samples);
    if (verdict.isPresent()) {
      events.accept(new MediaEvent.AnswererDetected(sessionId, verdict.get()));
      if (verdict.get() == Answerer.MACHINE) {
        greeting = new GreetingEnd(RATE_HZ, answer.hasBeeped());
      }
      answer = null;
    }
  }

  private void awaitEnd(short[] said, int samples) {
    Optional<GreetingEnd.Sign> sign = greeting.hear(said, samples);
    if (sign.isPresent()) {
      greeting = null;
      events.accept(
          switch (sign.get()) {
            case BEEP -> new MediaEvent.BeepHeard(sessionId);
            case SILENCE -> new MediaEvent.GreetingEnded(sessionId);
          });
    }
  }
}
