package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class FloodGuardTest {

  private final MovingClock clock = new MovingClock();
  private final FloodGuard guard = new FloodGuard(clock);

  @Test
  void oneRecordInTenSecondsTellsHowManyWereLeftOut() {
    assertThat(guard.isLoggable(record("first", null))).isTrue();
    assertThat(guard.isLoggable(record("second", null))).isFalse();
    assertThat(guard.isLoggable(record("third", null))).isFalse();

    clock.nowMs += 10_000;
    LogRecord next = record("fourth", null);

    assertThat(guard.isLoggable(next)).isTrue();
    assertThat(next.getMessage()).isEqualTo("fourth (and 2 more records left out)");
  }

  @Test
  void oneStackTraceAMinuteAndOneLineElse() {
    LogRecord first = record("first", new IllegalStateException("why"));
    guard.isLoggable(first);
    clock.nowMs += 20_000;
    LogRecord second = record("second", new IllegalStateException("why"));
    guard.isLoggable(second);

    assertThat(first.getThrown()).hasMessageContaining("why");
    assertThat(second.getThrown()).isNull();
    assertThat(second.getMessage()).isEqualTo("second: java.lang.IllegalStateException: why");
  }

  @Test
  void receivedTextIsCutToAnHonestLine() {
    LogRecord logged =
        record("bad INVITE sip:a\r\nforged line", new IllegalStateException("x".repeat(9000)));

    guard.isLoggable(logged);

    assertThat(logged.getMessage()).isEqualTo("bad INVITE sip:a");
    assertThat(logged.getThrown().getMessage()).hasSizeLessThan(400);
  }

  private static LogRecord record(String message, Throwable thrown) {
    LogRecord logged = new LogRecord(Level.WARNING, message);
    logged.setThrown(thrown);
    return logged;
  }

  private static final class MovingClock extends Clock {
    private long nowMs = 1_000_000;

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(nowMs);
    }
  }
}
