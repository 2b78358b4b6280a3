package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the SIP messages of calls are kept, and how often their media is measured. */
@ApplicationScoped
public class SipTraceSettings {

  private static final long BYTES_OF_A_PACKET = 200;

  private int packets;
  private Duration retention = Duration.ZERO;
  private Duration mediaInterval = Duration.ZERO;

  protected SipTraceSettings() {}

  /**
   * @param hours {@code SIP_TRACE_HOURS}; default 72; with 0 none are kept at all
   * @param mediaSeconds {@code MEDIA_TRACE_SECONDS}, how often the media statistics of a call are
   *     noted while it talks; default 60; with 0 only at its end
   * @param packets {@code RTP_DEBUG_PACKETS}, how many RTP packets of a call are copied at most
   *     where {@code rtp_debug} asks for it; default 6000, a minute of both directions; with 0 none
   *     are
   */
  @Inject
  public SipTraceSettings(
      @ConfigProperty(name = "SIP_TRACE_HOURS", defaultValue = "72") long hours,
      @ConfigProperty(name = "MEDIA_TRACE_SECONDS", defaultValue = "60") long mediaSeconds,
      @ConfigProperty(name = "RTP_DEBUG_PACKETS", defaultValue = "6000") int packets) {
    this.packets = Math.max(0, packets);
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

  /** How many RTP packets of a call are copied at most. */
  public int packets() {
    return isOn() ? packets : 0;
  }

  /** How many bytes they may have together: what G.711 needs for that, and a little more. */
  public int packetBytes() {
    return (int) Math.min(Integer.MAX_VALUE, packets * BYTES_OF_A_PACKET);
  }

  public Duration retention() {
    return retention;
  }
}
