package org.tandemvoice.media.engine.leg;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.tandemvoice.media.engine.codec.AudioEncoder;
import org.tandemvoice.media.engine.dtmf.DigitSender;
import org.tandemvoice.media.engine.dtmf.TelephoneEvent;
import org.tandemvoice.media.engine.jitter.Playout;
import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.rtp.RtpStream;
import org.tandemvoice.media.engine.sdp.NegotiatedMedia;
import org.tandemvoice.media.engine.transport.LegPorts;

/** What a party hears: frames made into RTP packets, digits into events. */
final class LegSender {

  private static final int MAX_PACKET = 1_500;
  private static final int FRAMES_PER_SECOND = 50;
  private static final int FRAME_MS = 20;

  private final LegPorts ports;
  private final RtpStream stream;
  private final DigitSender digits = new DigitSender();
  private final byte[] packet = new byte[MAX_PACKET];
  private final ByteBuffer out = ByteBuffer.wrap(packet);
  private AudioEncoder encoder;
  private int clockStep = 160;
  private int payloadType;
  private int eventPayloadType = -1;
  private int packetMs = FRAME_MS;
  private PacketCapture capture;
  private boolean sending;
  private boolean resumes = true;
  private int framesHeld;
  private int payloadBytes;
  private int mediaTime;
  private volatile String codecName = "";
  private volatile long packets;
  private long octets;

  LegSender(LegPorts ports, RandomGenerator random) {
    this.ports = ports;
    this.stream = new RtpStream(random);
  }

  void apply(NegotiatedMedia media) {
    if (!media.codec().encodingName().equals(codecName)) {
      encoder = media.codec().encoder();
      codecName = media.codec().encodingName();
    }
    payloadType = media.payloadType();
    clockStep = media.codec().clockRateHz() / FRAMES_PER_SECOND;
    eventPayloadType = media.eventPayloadType().orElse(-1);
    digits.clock(media.events().clockRateHz());
    packetMs = media.codec().joinsFrames() ? media.stream().packetMs() : FRAME_MS;
    sending = media.stream().direction().sends();
    startPacket();
  }

  /** Copies what is sent from now on. */
  void capture(PacketCapture into) {
    capture = into;
  }

  /** Sends a frame, or what takes its place, or nothing if the other side does not listen. */
  void frame(short[] frame, int samples, long nowNanos) {
    if (!sending) {
      resumes = true;
    } else if (digits.isActive()) {
      startPacket();
      send(digits.write(stream, eventPayloadType, packet), TelephoneEvent.BYTES, nowNanos);
    } else {
      digits.pass();
      audio(frame, samples, nowNanos);
    }
    stream.advance(clockStep);
  }

  /** Hands on a frame that another party sent in the same codec. */
  void coded(Playout.Coded kind, byte[] payload, int length, long nowNanos) {
    if (!sending) {
      resumes = true;
    } else if (digits.isActive()) {
      send(digits.write(stream, eventPayloadType, packet), TelephoneEvent.BYTES, nowNanos);
    } else {
      digits.pass();
      handOn(kind, payload, length, nowNanos);
    }
    stream.advance(clockStep);
  }

  /** There was no time for so many frames: media time has gone on all the same. */
  void leaveOut(int frames) {
    startPacket();
    stream.advance(frames * clockStep);
    resumes = true;
  }

  /** Whether every frame makes a packet of its own. */
  boolean sendsEveryFrame() {
    return packetMs == FRAME_MS;
  }

  private void handOn(Playout.Coded kind, byte[] payload, int length, long nowNanos) {
    if (kind == Playout.Coded.SOUND && length <= MAX_PACKET - RtpPacket.HEADER_BYTES) {
      stream.writeHeader(packet, payloadType, resumes, stream.timestamp());
      System.arraycopy(payload, 0, packet, RtpPacket.HEADER_BYTES, length);
      send(RtpPacket.HEADER_BYTES + length, length, nowNanos);
      resumes = false;
    } else if (kind == Playout.Coded.LOST) {
      stream.skip();
    } else {
      resumes = true;
    }
  }

  /** A digit that another party began to press. */
  void digitBegan(char digit) {
    if (sending && eventPayloadType >= 0) {
      digits.begin(digit);
    }
  }

  /** Whether the party takes digits as events. */
  boolean knowsEvents() {
    return eventPayloadType >= 0;
  }

  /** Whether an event is being sent or waits to be. */
  boolean isDialing() {
    return digits.isBusy();
  }

  void digitEnded(int durationMs) {
    digits.end(durationMs);
  }

  /** So many of a hundred packets do not arrive. */
  void expectLoss(int percent) {
    if (encoder != null) {
      encoder.expectLoss(percent);
    }
  }

  /** Empty until negotiated. */
  String codecName() {
    return codecName;
  }

  long packets() {
    return packets;
  }

  long octets() {
    return octets;
  }

  int ssrc() {
    return stream.ssrc();
  }

  int timestamp() {
    return stream.timestamp();
  }

  private void audio(short[] frame, int samples, long nowNanos) {
    if (framesHeld == 0) {
      mediaTime = stream.timestamp();
    }
    payloadBytes += encoder.encode(frame, samples, packet, RtpPacket.HEADER_BYTES + payloadBytes);
    framesHeld++;
    if (packetMs < FRAME_MS) {
      halves(nowNanos);
      startPacket();
    } else if (framesHeld * FRAME_MS >= packetMs) {
      sound(payloadBytes, mediaTime, nowNanos);
      startPacket();
    }
  }

  /** Two packets of half a frame each. */
  private void halves(long nowNanos) {
    int half = payloadBytes / 2;
    sound(half, mediaTime, nowNanos);
    System.arraycopy(
        packet, RtpPacket.HEADER_BYTES + half, packet, RtpPacket.HEADER_BYTES, payloadBytes - half);
    sound(payloadBytes - half, mediaTime + clockStep / 2, nowNanos);
  }

  private void sound(int bytes, int time, long nowNanos) {
    // RFC 3551 section 4.1: the marker shows where sound begins again after a pause.
    stream.writeHeader(packet, payloadType, resumes, time);
    send(RtpPacket.HEADER_BYTES + bytes, bytes, nowNanos);
    resumes = false;
  }

  private void startPacket() {
    framesHeld = 0;
    payloadBytes = 0;
  }

  private void send(int length, int payloadLength, long nowNanos) {
    out.clear().limit(length);
    if (ports.sendRtp(out, nowNanos)) {
      packets = packets + 1;
      octets += payloadLength;
      if (capture != null) {
        capture.packet(packet, length, true, nowNanos);
      }
    }
  }
}
