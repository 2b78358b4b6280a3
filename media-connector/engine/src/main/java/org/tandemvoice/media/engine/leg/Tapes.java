package org.tandemvoice.media.engine.leg;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tandemvoice.media.engine.jitter.LateSound;
import org.tandemvoice.media.engine.recording.RecordingTap;

/** The recordings that run at one place. Begun and stopped by any thread, fed by one. */
final class Tapes implements LateSound {

  private static final short[] SILENCE = new short[Room.MAX_FRAME];

  private final List<RecordingTap> running = new CopyOnWriteArrayList<>();

  void add(RecordingTap tap) {
    running.add(tap);
  }

  /** Ends the recording of that id, if there is one. */
  void stop(UUID recordingId) {
    for (RecordingTap tap : running) {
      if (tap.recordingId().equals(recordingId)) {
        tap.end();
      }
    }
  }

  /** Ends all. */
  void end() {
    running.forEach(RecordingTap::end);
    running.clear();
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  @Override
  public void came(long ago, short[] left, int samples) {
    for (int i = 0; i < running.size(); i++) {
      running.get(i).mend(ago, left, samples);
    }
  }

  @Override
  public void unheard(short[] left, int samples) {
    frame(left, SILENCE, samples);
  }

  /** Gives a frame to each, and lets go of those that have ended. */
  void frame(short[] left, short[] right, int samples) {
    for (int i = running.size() - 1; i >= 0; i--) {
      if (running.get(i).isEnded()) {
        running.remove(i);
      } else if (samples > 0) {
        running.get(i).frame(left, right, samples);
      }
    }
  }
}
