package org.tandemvoice.media.engine.jitter;

/** Takes sound that came too late to be heard. */
@FunctionalInterface
public interface LateSound {

  /**
   * This is what the party said where some sound was made up.
   *
   * @param ago samples from its beginning to the end of the last frame that was given
   * @param samples how many of {@code pcm}, from its start
   */
  void came(long ago, short[] pcm, int samples);
}
