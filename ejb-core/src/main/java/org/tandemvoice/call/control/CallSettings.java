package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of calls, each from a configuration key of its own. */
@ApplicationScoped
public class CallSettings {

  private Duration unansweredLimit = Duration.ZERO;
  private Duration maximumDuration = Duration.ZERO;

  protected CallSettings() {}

  /**
   * @param unansweredSeconds {@code CALL_UNANSWERED_SECONDS}, how long an incoming call may stay
   *     unanswered; default 180 (the least for Timer C, RFC 3261 section 16.6)
   * @param maximumSeconds {@code CALL_MAX_SECONDS}, how long an answered call may last; default
   *     3600 (contract section 6)
   */
  @Inject
  public CallSettings(
      @ConfigProperty(name = "CALL_UNANSWERED_SECONDS", defaultValue = "180")
          long unansweredSeconds,
      @ConfigProperty(name = "CALL_MAX_SECONDS", defaultValue = "3600") long maximumSeconds) {
    unansweredLimit = Duration.ofSeconds(unansweredSeconds);
    maximumDuration = Duration.ofSeconds(maximumSeconds);
  }

  public Duration unansweredLimit() {
    return unansweredLimit;
  }

  public Duration maximumDuration() {
    return maximumDuration;
  }

  /** The dial timeout of an outgoing call that names none (C-16). */
  public Duration defaultDialTimeout() {
    return Duration.ofSeconds(30);
  }
}
