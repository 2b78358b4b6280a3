package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the SIP messages of calls are kept, and how often their media is measured. */
@ApplicationScoped
public class SipTraceSettings {

  private Duration retention = Duration.ZERO;
  private Duration mediaInterval = Duration.ZERO;

  protected SipTraceSettings() {}

  /**
   * @param hours {@code SIP_TRACE_HOURS}; default 72; with 0 none are kept at all
   * @param mediaSeconds {@code MEDIA_TRACE_SECONDS}, how often the media statistics of a call are
   *     noted while it talks; default 60; with 0 only at its end
   */
  @Inject
  public SipTraceSettings(
      @ConfigProperty(name = "SIP_TRACE_HOURS", defaultValue = "72") long hours,
      @ConfigProperty(name = "MEDIA_TRACE_SECONDS", defaultValue = "60") long mediaSeconds) {
    retention = Duration.ofHours(Math.max(0, hours));
    mediaInterval = Duration.ofSeconds(Math.max(0, mediaSeconds));
  }

  public boolean isOn() {
    return !retention.isZero();
  }

  public boolean isMediaMeasured() {
    return isOn() && !mediaInterval.isZero();
  }

  public Duration mediaInterval() {
    return mediaInterval;
  }

  public Duration retention() {
    return retention;
  }
}
