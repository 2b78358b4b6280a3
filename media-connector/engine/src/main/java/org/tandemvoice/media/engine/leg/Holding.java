package org.tandemvoice.media.engine.leg;

import java.util.Optional;
import java.util.function.Consumer;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.prompt.Music;

/**
 * What the others hear of a party that has paused the talk: music in a bridge, silence in a room.
 * The party itself may have paused it, or the platform, or both.
 */
final class Holding {

  private static final int FRAME = Pcm.ENGINE_RATE_HZ / 50;
  private static final short[] SILENCE = new short[Room.MAX_FRAME];

  private final Consumer<Boolean> told;
  private final short[] own = new short[FRAME];
  private final FrameConverter rate = new FrameConverter();
  private Optional<Music> byParty = Optional.empty();
  private Optional<Music> byPlatform = Optional.empty();

  /** Tells whether the party holds, whenever that changes. */
  Holding(Consumer<Boolean> told) {
    this.told = told;
  }

  /** The party wants to hear nothing; empty if it listens again. */
  void byParty(Optional<Music> music) {
    if (music.isPresent() != byParty.isPresent()) {
      told.accept(music.isPresent());
    }
    byParty = music;
  }

  /** The platform holds the party; empty if no longer. */
  void byPlatform(Optional<Music> music) {
    byPlatform = music;
  }

  boolean isOn() {
    return byParty.isPresent() || byPlatform.isPresent();
  }

  /** A frame at that rate of what the others hear. */
  short[] frame(int rateHz, boolean inBridge) {
    if (!inBridge) {
      return SILENCE;
    }
    Optional<Music> music = byPlatform.isPresent() ? byPlatform : byParty;
    if (music.isPresent()) {
      music.get().frame(own, FRAME);
    }
    return rate.convert(own, Pcm.ENGINE_RATE_HZ, rateHz);
  }
}
