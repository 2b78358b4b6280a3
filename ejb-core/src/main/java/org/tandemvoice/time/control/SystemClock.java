package org.tandemvoice.time.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Makes the clock injectable. It ticks in microseconds, which is what both databases keep. */
@ApplicationScoped
public class SystemClock {

  @Produces
  @ApplicationScoped
  public Clock clock() {
    return new Microseconds(Clock.systemUTC());
  }

  /** {@code Clock.tick} divides by zero in {@code millis()} for ticks below a millisecond. */
  private static final class Microseconds extends Clock {

    private final Clock base;

    private Microseconds(Clock base) {
      this.base = base;
    }

    @Override
    public ZoneId getZone() {
      return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Microseconds(base.withZone(zone));
    }

    @Override
    public Instant instant() {
      return base.instant().truncatedTo(ChronoUnit.MICROS);
    }
  }
}
