package org.tandemvoice.time.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Makes the clock injectable. It ticks in microseconds, which is what both databases keep. */
@ApplicationScoped
public class SystemClock {

  @Produces
  @ApplicationScoped
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
