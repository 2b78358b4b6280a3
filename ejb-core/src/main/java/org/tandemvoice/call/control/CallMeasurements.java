package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import org.tandemvoice.call.entity.Call;
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
    return media
        .find(call.uuid())
        .map(MediaSession::statistics)
        .map(CallMeasurements::json)
        .orElse(call.media());
  }

  private static String json(MediaStatistics statistics) {
    return Json.createObjectBuilder()
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
