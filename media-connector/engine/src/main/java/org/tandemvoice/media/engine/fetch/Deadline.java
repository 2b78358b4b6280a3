package org.tandemvoice.media.engine.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.tandemvoice.media.engine.pace.NanoClock;

/** A moment by which all of a fetch must be done, connecting, redirects and reading included. */
record Deadline(NanoClock clock, long atNanos) {

  static Deadline in(Duration time) {
    NanoClock clock = NanoClock.system();
    return new Deadline(clock, clock.nanos() + time.toNanos());
  }

  /** At least one. */
  int remainingMillis() throws SocketTimeoutException {
    long millis = (atNanos - clock.nanos()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("Too slow");
    }
    return (int) millis;
  }
}
