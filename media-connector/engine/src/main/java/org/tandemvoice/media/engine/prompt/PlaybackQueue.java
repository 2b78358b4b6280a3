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

  /** Fills the frame with the next sound; silence while a prompt is still being prepared. */
  public void frame(short[] frame) {
    int filled = 0;
    while (filled < frame.length
        && !queue.isEmpty()
        && queue.peek().state() != Playback.State.PREPARING) {
      filled += fill(queue.peek(), frame, filled);
    }
    Arrays.fill(frame, filled, frame.length, (short) 0);
  }

  private int fill(Playback playback, short[] frame, int from) {
    if (playback.state() == Playback.State.FAILED) {
      queue.poll();
      listener.playbackFailed(playback.id(), playback.reason());
      return 0;
    }
    int count = (int) Math.min(frame.length - from, playback.length() - position);
    int sounding = (int) Math.max(0, Math.min(count, playback.samples().length - position));
    if (sounding > 0) {
      System.arraycopy(playback.samples(), (int) position, frame, from, sounding);
    }
    Arrays.fill(frame, from + sounding, from + count, (short) 0);
    position += count;
    if (position >= playback.length()) {
      position = 0;
      queue.poll();
      listener.playbackFinished(playback.id());
    }
    return count;
  }
}
