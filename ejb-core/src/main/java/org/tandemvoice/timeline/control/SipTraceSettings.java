package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the SIP messages of calls are kept. */
@ApplicationScoped
public class SipTraceSettings {

  private Duration retention = Duration.ZERO;

  protected SipTraceSettings() {}

  /**
   * @param hours {@code SIP_TRACE_HOURS}; default 72; with 0 none are kept at all
   */
  @Inject
  public SipTraceSettings(
      @ConfigProperty(name = "SIP_TRACE_HOURS", defaultValue = "72") long hours) {
    retention = Duration.ofHours(Math.max(0, hours));
  }

  public boolean isOn() {
    return !retention.isZero();
  }

  public Duration retention() {
    return retention;
  }
}
