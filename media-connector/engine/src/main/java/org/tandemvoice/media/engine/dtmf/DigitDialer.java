package org.tandemvoice.media.engine.dtmf;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Presses the keys of sendings one after another, counted in frames of 20 ms. Belongs to the leg's
 * owner thread.
 */
public final class DigitDialer {

  /** Where the presses go. */
  public interface Line {

    /** Presses a key for that long from now on. */
    void press(char digit, int durationMs);

    /** Whether a press still takes up the line. */
    boolean isBusy();
  }

  private static final int FRAME_MS = 20;

  /** Digits to be sent in one go. */
  private record Sending(UUID id, String digits, int durationMs, int intervalMs) {}

  private final Line line;
  private final Consumer<UUID> sent;
  private final Queue<Sending> waiting = new ArrayDeque<>();
  private int next;
  private int pausedMs;

  /** Tells {@code sent} the id of each sending that is over. */
  public DigitDialer(Line line, Consumer<UUID> sent) {
    this.line = line;
    this.sent = sent;
  }

  /** Adds a sending after those that wait. */
  public void dial(UUID id, String digits, int durationMs, int intervalMs) {
    waiting.add(new Sending(id, digits, durationMs, intervalMs));
  }

  /** Whether a sending is not over. */
  public boolean isDialing() {
    return !waiting.isEmpty();
  }

  /** Goes on by one frame. */
  public void tick() {
    Sending sending = waiting.peek();
    if (sending == null) {
      return;
    }
    if (line.isBusy()) {
      pausedMs = 0;
    } else if (next == 0 || pausedMs >= sending.intervalMs()) {
      proceed(sending);
    } else {
      pausedMs += FRAME_MS;
    }
  }

  private void proceed(Sending sending) {
    if (next < sending.digits().length()) {
      line.press(sending.digits().charAt(next++), sending.durationMs());
    } else {
      next = 0;
      waiting.remove();
      sent.accept(sending.id());
    }
  }
}
