package org.tandemvoice.pbx.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long registrations at other telephone systems last, and when failed ones are tried again (RFC
 * 5626 section 4.5).
 */
@ApplicationScoped
public class PbxSettings {

  /** A transaction without an answer ends after 32 seconds (RFC 3261 section 17.1.2.2). */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final int MOST_DOUBLINGS = 20;

  private final SecureRandom random = new SecureRandom();
  private int askedSeconds;
  private int retrySeconds;
  private int retryMaxSeconds;

  protected PbxSettings() {}

  /**
   * @param askedSeconds {@code PBX_REGISTER_SECONDS}: how long a registration is asked for, default
   *     300
   * @param retrySeconds {@code PBX_RETRY_SECONDS}: the first wait after a failure, which doubles
   *     with each further one, default 30
   * @param retryMaxSeconds {@code PBX_RETRY_MAX_SECONDS}: the longest wait, default 1800
   */
  @Inject
  public PbxSettings(
      @ConfigProperty(name = "PBX_REGISTER_SECONDS", defaultValue = "300") int askedSeconds,
      @ConfigProperty(name = "PBX_RETRY_SECONDS", defaultValue = "30") int retrySeconds,
      @ConfigProperty(name = "PBX_RETRY_MAX_SECONDS", defaultValue = "1800") int retryMaxSeconds) {
    this.askedSeconds = between("PBX_REGISTER_SECONDS", askedSeconds);
    this.retrySeconds = between("PBX_RETRY_SECONDS", retrySeconds);
    this.retryMaxSeconds = between("PBX_RETRY_MAX_SECONDS", retryMaxSeconds);
  }

  private static int between(String key, int seconds) {
    if (seconds < 1 || seconds > 86_400) {
      throw new IllegalArgumentException(key + " must be 1 to 86400, not " + seconds);
    }
    return seconds;
  }

  int askedSeconds() {
    return askedSeconds;
  }

  /** Well before it expires, and not all at the same moment. */
  Duration refreshAfter(Duration validity) {
    return jittered(validity.multipliedBy(8).dividedBy(10));
  }

  /**
   * Half to all of a time that doubles with every failure.
   *
   * @param failures before this one
   */
  Duration retryAfter(int failures) {
    long doubled = (long) retrySeconds << Math.min(failures, MOST_DOUBLINGS);
    long halfMs = 500 * Math.min(doubled, retryMaxSeconds);
    return Duration.ofMillis(halfMs + random.nextLong(halfMs + 1));
  }

  /** Waits this long if what was asked for is not to be had at all. */
  Duration longestRetry() {
    return jittered(Duration.ofSeconds(retryMaxSeconds));
  }

  private Duration jittered(Duration most) {
    long millis = most.toMillis();
    return Duration.ofMillis(millis - random.nextLong(millis / 8 + 1));
  }
}
