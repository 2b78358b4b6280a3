package org.tandemvoice.sip.connector;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps outsiders from filling the log: a logger with this filter writes at most one record in ten
 * seconds, with the number of those left out since, one line each, and a stack trace at most once a
 * minute. What a received message says is cut short.
 */
final class FloodGuard implements Filter {

  private static final long RECORD_EVERY_MS = 10_000;
  private static final long TRACE_EVERY_MS = 60_000;
  private static final int MOST_CHARACTERS = 300;

  private final Clock clock;
  private final AtomicLong nextRecordAt = new AtomicLong();
  private final AtomicLong nextTraceAt = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();

  FloodGuard(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean isLoggable(LogRecord logged) {
    long now = clock.millis();
    if (!claim(nextRecordAt, now, RECORD_EVERY_MS)) {
      leftOut.incrementAndGet();
      return false;
    }
    StringBuilder message = new StringBuilder(cut(logged.getMessage()));
    Throwable thrown = logged.getThrown();
    if (thrown != null && claim(nextTraceAt, now, TRACE_EVERY_MS)) {
      logged.setThrown(shown(thrown));
    } else if (thrown != null) {
      message.append(": ").append(cut(thrown.toString()));
      logged.setThrown(null);
    }
    long omitted = leftOut.getAndSet(0);
    if (omitted > 0) {
      message.append(" (and ").append(omitted).append(" more records left out)");
    }
    logged.setMessage(message.toString());
    return true;
  }

  private static boolean claim(AtomicLong next, long now, long everyMs) {
    long due = next.get();
    return now >= due && next.compareAndSet(due, now + everyMs);
  }

  /** The same traces with messages cut short. */
  private static Throwable shown(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable copy =
        new Throwable(
            cut(thrown.toString()), cause == null || cause == thrown ? null : shown(cause));
    copy.setStackTrace(thrown.getStackTrace());
    return copy;
  }

  private static String cut(String text) {
    if (text == null) {
      return "";
    }
    String line = text.lines().findFirst().orElse("");
    return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line;
  }
}
