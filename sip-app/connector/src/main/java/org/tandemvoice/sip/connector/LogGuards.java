package org.tandemvoice.sip.connector;

import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Puts a {@link FloodGuard} on every logger of the SIP container and stack. They come up one by
 * one, with the classes that use them, so that they are looked for again and again.
 */
final class LogGuards {

  private static final String CONTAINER = "org.mobicents";
  private static final String STACK = "org.tandemvoice.sip.stack";

  private final Clock clock;

  /** Kept, as the log manager forgets a logger that nobody keeps. */
  private final Map<String, Guarded> guarded = new ConcurrentHashMap<>();

  LogGuards(Clock clock) {
    this.clock = clock;
    guard(STACK);
    guard(CONTAINER);
  }

  /** Guards the loggers that came up since. */
  void extend() {
    for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
      if (name.startsWith(CONTAINER + ".")) {
        guard(name);
      }
    }
  }

  private void guard(String name) {
    guarded.computeIfAbsent(
        name,
        any -> {
          Logger logger = Logger.getLogger(name);
          Guarded now = new Guarded(logger, Optional.ofNullable(logger.getLevel()));
          logger.setFilter(new FloodGuard(clock));
          if (!logger.isLoggable(Level.FINE)) {
            logger.setLevel(Level.WARNING);
          }
          return now;
        });
  }

  /** Lets nothing through any more: what stops complains. */
  void silence() {
    guarded.values().forEach(each -> each.logger.setFilter(any -> false));
  }

  /** Leaves the loggers as they were. */
  void remove() {
    for (Guarded each : guarded.values()) {
      each.logger.setFilter(null);
      each.logger.setLevel(each.formerly.orElse(null));
    }
    guarded.clear();
  }

  private record Guarded(Logger logger, Optional<Level> formerly) {}
}
