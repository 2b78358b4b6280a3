package org.tandemvoice.sip.connector;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps outsiders from filling the log: each guarded logger writes at most one record in ten
 * seconds, with the number of those left out since, and a stack trace at most once a minute.
 */
final class FloodGuard implements Filter {

  private static final long RECORD_EVERY_MS = 10_000;
  private static final long TRACE_EVERY_MS = 60_000;

  private final Clock clock;
  private final AtomicLong nextRecordAt = new AtomicLong();
  private final AtomicLong nextTraceAt = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();

  FloodGuard(Clock clock) {
    this.clock = clock;
  }

  /** Guards a logger, and lets it write warnings and errors only. */
  static void guard(Logger logger, Clock clock) {
    logger.setLevel(Level.WARNING);
    logger.setFilter(new FloodGuard(clock));
  }

  @Override
  public boolean isLoggable(LogRecord logged) {
    long now = clock.millis();
    if (!claim(nextRecordAt, now, RECORD_EVERY_MS)) {
      leftOut.incrementAndGet();
      return false;
    }
    long omitted = leftOut.getAndSet(0);
    if (omitted > 0) {
      logged.setMessage(logged.getMessage() + " (and " + omitted + " more records left out)");
    }
    if (logged.getThrown() != null && !claim(nextTraceAt, now, TRACE_EVERY_MS)) {
      logged.setMessage(logged.getMessage() + ": " + logged.getThrown());
      logged.setThrown(null);
    }
    return true;
  }

  private static boolean claim(AtomicLong next, long now, long everyMs) {
    long due = next.get();
    return now >= due && next.compareAndSet(due, now + everyMs);
  }
}
