package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long recordings and links to them live, each from a configuration key of its own. */
@ApplicationScoped
public class RecordingSettings {

  private Duration retention = Duration.ZERO;
  private Duration linkLife = Duration.ZERO;
  private Duration watchPeriod = Duration.ZERO;

  protected RecordingSettings() {}

  /**
   * @param retention {@code RECORDING_RETENTION}, how long the file of a recording is kept, as an
   *     ISO 8601 duration; default {@code P90D} (inventory section 18)
   * @param linkSeconds {@code RECORDING_URL_SECONDS}, how long a signed URL may be used; default
   *     3600 (inventory section 18)
   * @param watchSeconds {@code RECORDING_WATCH_SECONDS}, how often storing is tried again and old
   *     recordings are looked for; default 10
   */
  @Inject
  public RecordingSettings(
      @ConfigProperty(name = "RECORDING_RETENTION", defaultValue = "P90D") String retention,
      @ConfigProperty(name = "RECORDING_URL_SECONDS", defaultValue = "3600") long linkSeconds,
      @ConfigProperty(name = "RECORDING_WATCH_SECONDS", defaultValue = "10") long watchSeconds) {
    this.retention = Duration.parse(retention);
    this.linkLife = Duration.ofSeconds(linkSeconds);
    this.watchPeriod = Duration.ofSeconds(Math.max(1, watchSeconds));
  }

  public Duration retention() {
    return retention;
  }

  public Duration linkLife() {
    return linkLife;
  }

  public Duration watchPeriod() {
    return watchPeriod;
  }
}
