package org.tandemvoice.media.engine.jitter;

/** Takes what nobody heard, of those whose sound shall be whole. */
public interface LateSound {

  /** A frame is given up to so many frames later, at most, what was said in it: 1.28 s. */
  int MAX_FRAMES = 64;

  /**
   * This is what the party said where some sound was made up.
   *
   * @param ago samples from its beginning to the end of the last frame that was given
   * @param samples how many of {@code pcm}, from its start
   */
  void came(long ago, short[] pcm, int samples);

  /** There was no time for this frame, so nobody has heard it. */
  void unheard(short[] frame, int samples);
}
