package org.tandemvoice.call.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.media.MediaStatistics;

/**
 * Takes down what was measured on the media of a call (inventory section 8, media-level metrics).
 */
@ApplicationScoped
public class CallMeasurements {

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /** The metrics as a JSON object; what the call holds already if its media is closed. */
  public String of(Call call) {
    return of(call.id()).orElse(call.media());
  }

  /** The metrics so far as a JSON object; empty if the call has no media. */
  public Optional<String> of(CallId call) {
    return media.find(call.value()).map(MediaSession::statistics).map(CallMeasurements::json);
  }

  private static String json(MediaStatistics statistics) {
    return JSON.createObjectBuilder()
        .add("codec", statistics.codec())
        .add("packets_sent", statistics.packetsSent())
        .add("packets_received", statistics.packetsReceived())
        .add("packet_loss", rounded(statistics.packetLossPercent()))
        .add("jitter", rounded(statistics.jitterMs()))
        .add("rtt", rounded(statistics.rttMs()))
        .add("mos", rounded(statistics.mos()))
        .build()
        .toString();
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
