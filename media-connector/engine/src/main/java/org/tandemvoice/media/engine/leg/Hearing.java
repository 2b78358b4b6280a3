package org.tandemvoice.media.engine.leg;

import java.util.Optional;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.prompt.Music;
import org.tandemvoice.media.engine.prompt.PlaybackListener;
import org.tandemvoice.media.engine.prompt.PlaybackQueue;

/**
 * Decides what a party hears: a prompt before the music of a hold before other music before silence
 * before the others. See {@link MediaSession} for the meaning of each.
 */
final class Hearing {

  private static final int FRAME = Pcm.ENGINE_RATE_HZ / 50;
  private static final short[] NOTHING = new short[Room.MAX_FRAME];

  private final PlaybackQueue playbacks;
  private final short[] own = new short[FRAME];
  private final FrameConverter ownRate = new FrameConverter();
  private final FrameConverter saidRate = new FrameConverter();
  private Optional<Music> hold = Optional.empty();
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

  void hold(Optional<Music> newMusic) {
    hold = newMusic;
  }

  void silence(boolean on) {
    silenced = on;
  }

  void deafen(boolean on) {
    deaf = on;
  }

  /** Whether the party hears the others and nothing else. */
  boolean isOpen() {
    return !deaf && !silenced && music.isEmpty() && hold.isEmpty() && !playbacks.isActive();
  }

  /** The frame to be sent at that rate; prompts and music go on even if the party is deaf. */
  short[] choose(short[] fromRoom, short[] said, int rateHz) {
    short[] chosen = fromRoom;
    if (playbacks.isActive()) {
      playbacks.frame(own, FRAME, saidRate.convert(said, rateHz, Pcm.ENGINE_RATE_HZ));
      chosen = ownRate.convert(own, Pcm.ENGINE_RATE_HZ, rateHz);
    } else if (hold.isPresent() || music.isPresent()) {
      (hold.isPresent() ? hold : music).get().frame(own, FRAME);
      chosen = ownRate.convert(own, Pcm.ENGINE_RATE_HZ, rateHz);
    } else if (silenced) {
      chosen = NOTHING;
    }
    return deaf ? NOTHING : chosen;
  }
}
