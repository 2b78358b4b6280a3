package org.tandemvoice.media.engine.prompt;

import java.util.Arrays;

/** Music that one party hears over and over. Silent until a worker has made it ready. */
public final class Music {

  private volatile short[] samples = {};
  private int position;

  /** Owner thread: fills the frame with the next sound. */
  public void frame(short[] frame, int count) {
    short[] sound = samples;
    if (sound.length == 0) {
      Arrays.fill(frame, 0, count, (short) 0);
      return;
    }
    for (int filled = 0; filled < count; ) {
      int piece = Math.min(count - filled, sound.length - position);
      System.arraycopy(sound, position, frame, filled, piece);
      filled += piece;
      position = (position + piece) % sound.length;
    }
  }

  void ready(short[] sound) {
    samples = sound;
  }
}
