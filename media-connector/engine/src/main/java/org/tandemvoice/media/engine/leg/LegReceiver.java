package org.tandemvoice.media.engine.leg;

import java.util.Arrays;
import java.util.Map;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.dtmf.DigitListener;
import org.tandemvoice.media.engine.dtmf.DigitReceiver;
import org.tandemvoice.media.engine.jitter.LateSound;
import org.tandemvoice.media.engine.jitter.PayloadDecoder;
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
  private static final long NANOS_PER_MS = 1_000_000;

  private final PayloadDecoder[] decoders = new PayloadDecoder[PAYLOAD_TYPES];
  private final int[] eventClocks = new int[PAYLOAD_TYPES];
  private final int[] clocksPerMs = new int[PAYLOAD_TYPES];
  private final RtpPacket packet = new RtpPacket();
  private final Playout playout;
  private final ReceptionStatistics reception;
  private final DigitReceiver digits;
  private final long silenceNanos;
  private Map<Integer, AudioCodec> agreed = Map.of();
  private int rateHz = 8_000;
  private volatile int clockPerMs = 8;
  private PacketCapture capture;
  private boolean listening;
  private boolean watching;
  private long quietSinceNanos;

  /** A silence of zero is never told. */
  LegReceiver(
      ReceptionStatistics reception, DigitListener digits, LateSound late, long silenceNanos) {
    this.reception = reception;
    this.playout = new Playout(decoders, late);
    this.digits = new DigitReceiver(digits);
    this.silenceNanos = silenceNanos;
  }

  void apply(NegotiatedMedia media, long nowNanos) {
    boolean listens = media.stream().direction().receives();
    // A party that holds us may send music or nothing at all: only who talks and listens is
    // watched.
    boolean watches = media.stream().direction() == Direction.SENDRECV;
    if (watches && !watching) {
      quietSinceNanos = nowNanos;
    }
    watching = watches;
    if (!listens) {
      playout.reset();
      digits.reset();
    }
    listening = listens;
    int newRateHz = media.codec().sampleRateHz();
    if (!media.receivable().equals(agreed) || newRateHz != rateHz) {
      agreed = media.receivable();
      rateHz = newRateHz;
      playout.rate(rateHz);
      Arrays.fill(decoders, null);
      Arrays.fill(clocksPerMs, 0);
      agreed.forEach(this::agree);
    }
    Arrays.fill(eventClocks, 0);
    media
        .events()
        .receivable()
        .forEach(
            (payloadType, clock) -> {
              eventClocks[payloadType] = clock;
              clocksPerMs[payloadType] = clock / 1000;
            });
    clockPerMs = media.codec().clockRateHz() / 1000;
  }

  /** Copies what comes from now on. */
  void capture(PacketCapture into) {
    capture = into;
  }

  /** Takes one RTP datagram. */
  void packet(byte[] datagram, int length, long arrivalNanos) {
    if (capture != null) {
      capture.packet(datagram, length, false, arrivalNanos);
    }
    if (!listening || !packet.wrap(datagram, 0, length)) {
      return;
    }
    quietSinceNanos = arrivalNanos;
    int clock = clocksPerMs[packet.payloadType()];
    reception.packet(
        packet.ssrc(),
        packet.sequence(),
        packet.timestamp(),
        arrivalNanos / 1000 * clock / (NANOS_PER_MS / 1000));
    if (eventClocks[packet.payloadType()] > 0) {
      digits.clock(eventClocks[packet.payloadType()]);
      digits.packet(packet, arrivalNanos);
    }
    playout.put(packet, arrivalNanos);
  }

  /** Ticks of the RTP clock in a millisecond; may be called by any thread. */
  int clockPerMs() {
    return clockPerMs;
  }

  private void agree(int payloadType, AudioCodec codec) {
    decoders[payloadType] = PayloadDecoder.of(codec, rateHz);
    clocksPerMs[payloadType] = codec.clockRateHz() / 1000;
  }

  /** Whether the next frame would have to be made up. */
  boolean isDry() {
    return playout.isDry();
  }

  /**
   * Fills the frame of this tick with what the party said.
   *
   * @param whole nothing of it is left out to catch up, if that is possible, and it is told what
   *     comes late
   */
  void frame(long nowNanos, short[] frame, boolean whole) {
    digits.tick(nowNanos);
    playout.spareSound(whole);
    playout.frame(nowNanos, frame);
  }

  /** There was no time for so many frames; nobody hears them, see {@link #frame} and LateSound. */
  void leaveOut(long nowNanos, short[] frame, int frames, boolean whole) {
    playout.spareSound(whole);
    playout.leaveOut(nowNanos, frame, frames);
  }

  /** Takes the frame of this tick as it was coded. */
  Playout.Coded coded(long nowNanos, AudioCodec codec) {
    digits.tick(nowNanos);
    return playout.coded(nowNanos, codec);
  }

  byte[] payload() {
    return playout.payload();
  }

  int payloadLength() {
    return playout.payloadLength();
  }

  /** True once when the party has been silent for too long. */
  boolean fallsSilent(long nowNanos) {
    if (!watching || silenceNanos == 0 || nowNanos - quietSinceNanos < silenceNanos) {
      return false;
    }
    quietSinceNanos = nowNanos;
    return true;
  }

  long late() {
    return playout.late();
  }

  int delayMs() {
    return playout.targetMs();
  }
}
