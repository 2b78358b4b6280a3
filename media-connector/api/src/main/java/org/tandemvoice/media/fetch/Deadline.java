package org.tandemvoice.media.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which all of a fetch must be done, connecting, redirects and reading included. */
public record Deadline(Duration limit, long atNanos) {

  /** So long from now on. */
  public static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /** At least one. */
  int remainingMillis() throws SocketTimeoutException {
    long millis = (atNanos - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("Too slow");
    }
    return (int) millis;
  }
}
