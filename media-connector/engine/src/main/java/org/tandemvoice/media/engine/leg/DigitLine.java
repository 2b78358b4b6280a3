package org.tandemvoice.media.engine.leg;

import java.util.Arrays;
import org.tandemvoice.media.engine.dtmf.DigitDialer;
import org.tandemvoice.media.engine.dtmf.DigitTone;
import org.tandemvoice.media.engine.tone.ToneGenerator;

/**
 * Presses keys towards a party: as events if it knows them, else as tones in place of what it would
 * hear.
 */
final class DigitLine implements DigitDialer.Line {

  private static final int FRAME_MS = 20;
  private static final int PAUSE_FRAMES = 3;

  private final LegSender sender;
  private final ToneGenerator generator = new ToneGenerator(8_000);
  private int soundingFrames;
  private int pauseFrames;

  DigitLine(LegSender sender) {
    this.sender = sender;
  }

  @Override
  public void press(char digit, int durationMs) {
    if (sender.knowsEvents()) {
      sender.digitBegan(digit);
      sender.digitEnded(durationMs);
    } else {
      DigitTone.press(digit, generator);
      soundingFrames = (durationMs + FRAME_MS - 1) / FRAME_MS;
      pauseFrames = PAUSE_FRAMES;
    }
  }

  @Override
  public boolean isBusy() {
    return soundingFrames > 0 || sender.isDialing();
  }

  /** Whether {@link #sound} has something to write. */
  boolean isSounding() {
    return soundingFrames > 0 || pauseFrames > 0;
  }

  /** Writes the next frame of a key's tone or of the silence after it. */
  void sound(short[] frame, int samples) {
    if (soundingFrames > 0) {
      soundingFrames--;
      generator.sound(frame, 0, samples);
    } else {
      pauseFrames--;
      Arrays.fill(frame, 0, samples, (short) 0);
    }
  }
}
