package org.tandemvoice.peer.rtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** RFC 4733 2.5: a digit is a run of packets with one time stamp and a growing duration. */
final class DigitSender {

  static final String DIGITS = "0123456789*#ABCD";

  private static final int PAUSE_PACKETS = 5;
  private static final int END_PACKETS = 3;

  private record Wanted(int event, int packets) {}

  private final Queue<Wanted> queue = new ArrayDeque<>();
  private Wanted current;
  private int sent;
  private int pause;
  private long startTimestamp;

  synchronized void queue(String text, Duration each) {
    int packets = Math.max(2, (int) (each.toMillis() / 20));
    text.chars().map(DIGITS::indexOf).forEach(event -> queue.add(new Wanted(event, packets)));
  }

  /** True when the next packet is a digit's; also counts down the pause between digits. */
  synchronized boolean active() {
    if (current != null) {
      return true;
    }
    if (pause > 0) {
      pause--;
      return false;
    }
    current = queue.poll();
    sent = 0;
    return current != null;
  }

  /** The next packet; the timestamp counts samples at 8 kHz. */
  synchronized RtpPacket next(Sdp far, int sequence, long timestamp, long ssrc) {
    int ticks = PhoneCodec.ticksPerSample(far.encodings().get(far.digitsType()));
    if (sent == 0) {
      startTimestamp = timestamp * ticks;
    }
    boolean end = sent >= current.packets();
    int duration = Math.min(sent + 1, current.packets()) * SoundSource.FRAME * ticks;
    byte[] payload = {
      (byte) current.event(), (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration
    };
    RtpPacket packet =
        new RtpPacket(sent == 0, far.digitsType(), sequence, startTimestamp, ssrc, payload);
    sent++;
    if (sent == current.packets() + END_PACKETS) {
      current = null;
      pause = PAUSE_PACKETS;
    }
    return packet;
  }
}
