package org.tandemvoice.sip.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures per key within a window of time, in bounded memory: of the keys beyond the limit
 * the one that failed longest ago is forgotten. It blocks no thread; it says how long to wait.
 */
public final class FailureThrottle {

  private static final int REMEMBERED_KEYS = 50_000;

  private static final class Failures {
    private final long sinceMs;
    private int count;

    private Failures(long sinceMs) {
      this.sinceMs = sinceMs;
    }
  }

  private final Clock clock;
  private final int allowed;
  private final long windowMs;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED_KEYS;
        }
      };

  /**
   * @param allowed how many failures of a key are let through within the window; 0 switches off
   */
  public FailureThrottle(Clock clock, int allowed, Duration window) {
    this.clock = clock;
    this.allowed = allowed;
    this.windowMs = window.toMillis();
  }

  /** How long the key has to wait, empty if it need not. */
  public synchronized Optional<Duration> wait(String key) {
    Failures known = failures.get(key);
    if (allowed == 0 || known == null || known.count < allowed) {
      return Optional.empty();
    }
    long leftMs = known.sinceMs + windowMs - clock.millis();
    return leftMs > 0 ? Optional.of(Duration.ofMillis(leftMs)) : Optional.empty();
  }

  public synchronized void failed(String key) {
    long now = clock.millis();
    Failures known = failures.remove(key);
    if (known == null || now - known.sinceMs >= windowMs) {
      known = new Failures(now);
    }
    known.count++;
    failures.put(key, known);
  }

  public synchronized void succeeded(String key) {
    failures.remove(key);
  }
}
