package org.tandemvoice.media.engine.leg;

import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.engine.dtmf.DigitDialer;

/**
 * The keys that are pressed towards a party: those of the platform, and those of the other party of
 * a bridge, which come as events and go on in whatever way this party understands. Belongs to the
 * leg's owner thread.
 */
final class Keypad {

  /** Sendings of the other party's keys, whose end nobody waits for. */
  private static final UUID PASSED_ON = new UUID(0, 0);

  private static final int PAUSE_MS = 60;
  private static final int LEAST_MS = 60;
  private static final int MOST_MS = 5_000;
  private static final char NONE = 0;

  private final LegSender sender;
  private final DigitLine line;
  private final DigitDialer dialer;
  private char passing = NONE;

  Keypad(UUID sessionId, LegSender sender, Consumer<MediaEvent> events) {
    this.sender = sender;
    line = new DigitLine(sessionId, sender, events);
    dialer =
        new DigitDialer(
            line,
            id -> {
              if (!id.equals(PASSED_ON)) {
                events.accept(new MediaEvent.DigitsSent(sessionId, id));
              }
            });
  }

  /** Keys that the party does not take as events are left to signaling, or sound again. */
  void signal(boolean on) {
    line.signal(on);
  }

  void dial(UUID sendingId, String digits, int durationMs, int intervalMs) {
    dialer.dial(sendingId, digits, durationMs, intervalMs);
  }

  /** The other party of the bridge has begun to press a key. */
  void otherBegan(char digit) {
    if (sender.knowsEvents()) {
      sender.digitBegan(digit);
    } else {
      passing = digit;
    }
  }

  /** The other party has let go of the key. */
  void otherEnded(int durationMs) {
    if (passing == NONE) {
      sender.digitEnded(durationMs);
    } else {
      int pressedMs = Math.max(LEAST_MS, Math.min(durationMs, MOST_MS));
      dialer.dial(PASSED_ON, String.valueOf(passing), pressedMs, PAUSE_MS);
      passing = NONE;
    }
  }

  /** Whether the party hears nothing of any key. */
  boolean isIdle() {
    return !dialer.isDialing() && !line.isSounding();
  }

  /** Goes on by one frame: what the party hears, unless a key sounds in its place. */
  short[] frame(short[] heard, int rateHz) {
    line.tick();
    dialer.tick();
    return line.isSounding() ? line.sound(rateHz) : heard;
  }
}
