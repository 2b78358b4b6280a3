package org.tandemvoice.media.engine.leg;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.dtmf.DigitDialer;
import org.tandemvoice.media.engine.dtmf.DigitTone;
import org.tandemvoice.media.engine.tone.ToneGenerator;

/**
 * Presses keys towards a party: as events if it knows them, else by signaling if it takes them so,
 * else as tones in place of what it would hear.
 */
final class DigitLine implements DigitDialer.Line {

  private static final int FRAME_MS = 20;
  private static final int PAUSE_FRAMES = 3;

  private final UUID sessionId;
  private final LegSender sender;
  private final Consumer<MediaEvent> events;
  private final ToneGenerator generator = new ToneGenerator(Pcm.ENGINE_RATE_HZ);
  private final short[] frame = new short[Pcm.ENGINE_RATE_HZ * FRAME_MS / 1000];
  private final FrameConverter rate = new FrameConverter();
  private int soundingFrames;
  private int pauseFrames;
  private int signaledFrames;
  private boolean signals;

  DigitLine(UUID sessionId, LegSender sender, Consumer<MediaEvent> events) {
    this.sessionId = sessionId;
    this.sender = sender;
    this.events = events;
  }

  /** Whether keys that cannot be events are told to signaling and make no sound. */
  void signal(boolean on) {
    signals = on;
  }

  @Override
  public void press(char digit, int durationMs) {
    if (sender.knowsEvents()) {
      sender.digitBegan(digit);
      sender.digitEnded(durationMs);
    } else if (signals) {
      events.accept(new MediaEvent.DigitToSignal(sessionId, digit, durationMs));
      signaledFrames = frames(durationMs);
    } else {
      DigitTone.press(digit, generator);
      soundingFrames = frames(durationMs);
      pauseFrames = PAUSE_FRAMES;
    }
  }

  @Override
  public boolean isBusy() {
    return soundingFrames > 0 || signaledFrames > 0 || sender.isDialing();
  }

  /** Counts a frame of the press that signaling tells of. */
  void tick() {
    signaledFrames = Math.max(0, signaledFrames - 1);
  }

  /** Whether {@link #sound} has something to write. */
  boolean isSounding() {
    return soundingFrames > 0 || pauseFrames > 0;
  }

  /** The next frame of a key's tone or of the silence after it. */
  short[] sound(int rateHz) {
    if (soundingFrames > 0) {
      soundingFrames--;
      generator.sound(frame, 0, frame.length);
    } else {
      pauseFrames--;
      Arrays.fill(frame, (short) 0);
    }
    return rate.convert(frame, Pcm.ENGINE_RATE_HZ, rateHz);
  }

  private static int frames(int durationMs) {
    return (durationMs + FRAME_MS - 1) / FRAME_MS;
  }
}
