package org.tandemvoice.media.connector;

import java.time.Clock;

/** The one place of this module that reads the wall clock. */
final class SystemClock {

  private SystemClock() {}

  static Clock utc() {
    return Clock.systemUTC();
  }
}
