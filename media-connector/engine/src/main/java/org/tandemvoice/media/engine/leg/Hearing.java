package org.tandemvoice.media.engine.leg;

import java.util.Optional;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.engine.prompt.Music;
import org.tandemvoice.media.engine.prompt.PlaybackListener;
import org.tandemvoice.media.engine.prompt.PlaybackQueue;

/**
 * Decides what a party hears: a prompt before music before silence before the others. See {@link
 * MediaSession} for the meaning of each.
 */
final class Hearing {

  private static final short[] NOTHING = new short[Room.MAX_FRAME];

  private final PlaybackQueue playbacks;
  private final short[] own = new short[Room.MAX_FRAME];
  private Optional<Music> music = Optional.empty();
  private boolean silenced;
  private boolean deaf;

  Hearing(PlaybackListener listener) {
    playbacks = new PlaybackQueue(listener);
  }

  PlaybackQueue playbacks() {
    return playbacks;
  }

  void music(Optional<Music> newMusic) {
    music = newMusic;
  }

  void silence(boolean on) {
    silenced = on;
  }

  void deafen(boolean on) {
    deaf = on;
  }

  /** Whether the party hears the others and nothing else. */
  boolean isOpen() {
    return !deaf && !silenced && music.isEmpty() && !playbacks.isActive();
  }

  /** The frame to be sent; prompts and music go on even if the party is deaf. */
  short[] choose(short[] fromRoom, short[] said, int samples) {
    short[] chosen = fromRoom;
    if (playbacks.isActive()) {
      playbacks.frame(own, samples, said);
      chosen = own;
    } else if (music.isPresent()) {
      music.get().frame(own, samples);
      chosen = own;
    } else if (silenced) {
      chosen = NOTHING;
    }
    return deaf ? NOTHING : chosen;
  }
}
