package org.tandemvoice.media.engine.pace;

/** Something a wheel runs every 20 ms, always on the same thread. */
public interface Paced {

  /** Does the work of one frame; false when it is finished and wants no more. */
  boolean tick(long nowNanos);

  /** Lets its frames be due at another time from now on; false if that would do harm. */
  boolean shift();
}
