package org.tandemvoice.media.engine.leg;

import java.util.Arrays;
import java.util.Map;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.dtmf.DigitListener;
import org.tandemvoice.media.engine.dtmf.DigitReceiver;
import org.tandemvoice.media.engine.jitter.Playout;
import org.tandemvoice.media.engine.rtcp.ReceptionStatistics;
import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.sdp.Direction;
import org.tandemvoice.media.engine.sdp.NegotiatedMedia;

/**
 * What a party says: its RTP packets made into frames and digits, and the watch over their absence.
 */
final class LegReceiver {

  private static final int PAYLOAD_TYPES = 128;
  private static final long NANOS_PER_SAMPLE = 125_000;

  private final AudioDecoder[] decoders = new AudioDecoder[PAYLOAD_TYPES];
  private final boolean[] events = new boolean[PAYLOAD_TYPES];
  private final RtpPacket packet = new RtpPacket();
  private final Playout playout = new Playout(decoders);
  private final ReceptionStatistics reception;
  private final DigitReceiver digits;
  private final long silenceNanos;
  private Map<Integer, AudioCodec> agreed = Map.of();
  private boolean listening;
  private boolean watching;
  private boolean silenceTold;
  private long lastHeardNanos;

  /** A silence of zero is never told. */
  LegReceiver(ReceptionStatistics reception, DigitListener digits, long silenceNanos) {
    this.reception = reception;
    this.digits = new DigitReceiver(digits);
    this.silenceNanos = silenceNanos;
  }

  void apply(NegotiatedMedia media, long nowNanos) {
    boolean listens = media.stream().direction().receives();
    // A party that holds us may send music or nothing at all: only who talks and listens is
    // watched.
    boolean watches = media.stream().direction() == Direction.SENDRECV;
    if (watches && !watching) {
      lastHeardNanos = nowNanos;
      silenceTold = false;
    }
    watching = watches;
    if (!listens) {
      playout.reset();
      digits.reset();
    }
    listening = listens;
    if (!media.receivable().equals(agreed)) {
      agreed = media.receivable();
      Arrays.fill(decoders, null);
      agreed.forEach((payloadType, codec) -> decoders[payloadType] = codec.decoder());
    }
    Arrays.fill(events, false);
    media.receivableEvents().forEach(payloadType -> events[payloadType] = true);
  }

  /** Takes one RTP datagram. */
  void packet(byte[] datagram, int length, long arrivalNanos) {
    if (!listening || !packet.wrap(datagram, 0, length)) {
      return;
    }
    lastHeardNanos = arrivalNanos;
    silenceTold = false;
    reception.packet(
        packet.ssrc(), packet.sequence(), packet.timestamp(), arrivalNanos / NANOS_PER_SAMPLE);
    if (events[packet.payloadType()]) {
      digits.packet(packet, arrivalNanos);
    }
    playout.put(packet, arrivalNanos);
  }

  /** Fills the frame of this tick with what the party said. */
  void frame(long nowNanos, short[] frame) {
    digits.tick(nowNanos);
    playout.frame(nowNanos, frame);
  }

  /** True once when the party has been silent for too long. */
  boolean fallsSilent(long nowNanos) {
    if (!watching || silenceTold || silenceNanos == 0 || nowNanos - lastHeardNanos < silenceNanos) {
      return false;
    }
    silenceTold = true;
    return true;
  }

  long late() {
    return playout.late();
  }

  int delayMs() {
    return playout.targetMs();
  }
}
