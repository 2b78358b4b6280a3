package org.tandemvoice.media.engine.pace;

/** Monotonic time for pacing and intervals, apart from the wall clock. */
@FunctionalInterface
public interface NanoClock {

  long nanos();

  static NanoClock system() {
    return System::nanoTime;
  }
}
