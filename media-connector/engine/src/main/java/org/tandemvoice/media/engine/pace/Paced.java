package org.tandemvoice.media.engine.pace;

/** Something a wheel runs every 20 ms, always on the same thread. */
public interface Paced {

  /**
   * Does the work of one frame; false when it is finished and wants no more.
   *
   * @param leftOut so many frames before this one were due and will never be: there was no time
   */
  boolean tick(long nowNanos, int leftOut);

  /** Lets its frames be due at another time from now on; false if that would do harm. */
  boolean shift();
}
