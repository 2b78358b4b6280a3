package org.tandemvoice.media.engine.leg;

import org.tandemvoice.media.MediaStatistics;
import org.tandemvoice.media.engine.rtcp.EModel;
import org.tandemvoice.media.engine.rtcp.ReceptionStatistics;
import org.tandemvoice.media.engine.rtcp.RtcpSession;

/**
 * Puts a leg's counters together as statistics; may be read by any thread, also after the leg has
 * ended.
 */
final class LegTraffic {

  private static final double PACKET_MS = 20;

  private final ReceptionStatistics reception;
  private final RtcpSession rtcp;
  private final LegReceiver receiver;
  private final LegSender sender;

  LegTraffic(
      ReceptionStatistics reception, RtcpSession rtcp, LegReceiver receiver, LegSender sender) {
    this.reception = reception;
    this.rtcp = rtcp;
    this.receiver = receiver;
    this.sender = sender;
  }

  MediaStatistics statistics() {
    long received = reception.received();
    long expected = Math.max(1, reception.expected());
    long lost = reception.lost();
    double unheardPercent = Math.min(100, 100.0 * (lost + receiver.late()) / expected);
    double delayMs = rtcp.roundTripMs() / 2 + receiver.delayMs() + PACKET_MS;
    return new MediaStatistics(
        sender.packets(),
        received,
        lost,
        100.0 * lost / expected,
        reception.jitterSamples() / receiver.clockPerMs(),
        rtcp.roundTripMs(),
        received == 0 ? 0 : EModel.mos(delayMs, unheardPercent),
        sender.codecName());
  }
}
