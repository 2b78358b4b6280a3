package org.tandemvoice.media.engine.prompt;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The prompts of one leg, heard one after another. Belongs to the leg's owner thread. */
public final class PlaybackQueue {

  private final PlaybackListener listener;
  private final Deque<Playback> queue = new ArrayDeque<>();
  private long position;

  public PlaybackQueue(PlaybackListener listener) {
    this.listener = listener;
  }

  public void add(Playback playback) {
    queue.add(playback);
  }

  /** Ends the running prompt and drops the others. */
  public void stop() {
    position = 0;
    for (Playback playback = queue.poll(); playback != null; playback = queue.poll()) {
      if (playback.state() == Playback.State.FAILED) {
        listener.playbackFailed(playback.id(), playback.reason());
      } else {
        listener.playbackFinished(playback.id());
      }
    }
  }

  /** Whether a prompt is heard or awaited; {@link #frame} then gives what the party hears. */
  public boolean isActive() {
    return !queue.isEmpty();
  }

  /**
   * Fills the frame with the next sound; silence while a prompt is still being prepared.
   *
   * @param said what the party says in the same frame, for an echo
   */
  public void frame(short[] frame, int samples, short[] said) {
    int filled = 0;
    while (filled < samples
        && !queue.isEmpty()
        && queue.peek().state() != Playback.State.PREPARING) {
      filled += fill(queue.peek(), frame, filled, samples, said);
    }
    Arrays.fill(frame, filled, samples, (short) 0);
  }

  private int fill(Playback playback, short[] frame, int from, int samples, short[] said) {
    if (playback.state() == Playback.State.FAILED) {
      queue.poll();
      listener.playbackFailed(playback.id(), playback.reason());
      return 0;
    }
    int count = (int) Math.min(samples - from, playback.length() - position);
    int sounding = (int) Math.max(0, Math.min(count, playback.samples().length - position));
    if (playback.isEcho()) {
      System.arraycopy(said, from, frame, from, count);
    } else {
      if (sounding > 0) {
        System.arraycopy(playback.samples(), (int) position, frame, from, sounding);
      }
      Arrays.fill(frame, from + sounding, from + count, (short) 0);
    }
    position += count;
    if (position >= playback.length()) {
      position = 0;
      queue.poll();
      listener.playbackFinished(playback.id());
    }
    return count;
  }
}
