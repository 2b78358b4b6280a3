package org.tandemvoice.media.engine.leg;

import org.tandemvoice.media.MediaStatistics;
import org.tandemvoice.media.engine.rtcp.EModel;
import org.tandemvoice.media.engine.rtcp.ReceptionStatistics;
import org.tandemvoice.media.engine.rtcp.RtcpSession;

/**
 * What passes a leg: its counters put together as statistics, which any thread may read, also after
 * the leg has ended, and its packets.
 */
public final class LegTraffic {

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

  /** Owner thread: copies the packets of both directions from now on. */
  public void capture(PacketCapture into) {
    receiver.capture(into);
    sender.capture(into);
  }

  /** May be called by any thread. */
  public MediaStatistics statistics() {
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
