package org.tandemvoice.media.engine.dtmf;

import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.rtp.RtpStream;

/**
 * Sends key presses as events, one packet per frame of 20 ms (RFC 4733 section 2.5.1). A press
 * lasts from {@link #begin} to {@link #end}, at least 60 ms; presses that come faster wait their
 * turn.
 */
public final class DigitSender {

  private static final int FRAMES_PER_SECOND = 50;
  private static final int MIN_FRAMES = 3;
  private static final int MAX_SAMPLES = 0xFFFF;
  private static final int PAUSE_FRAMES = 3;
  private static final int END_PACKETS = 3;
  private static final int WAITING = 32;

  private final char[] digits = new char[WAITING];
  private final int[] samples = new int[WAITING];
  private int frameSamples = 8_000 / FRAMES_PER_SECOND;
  private int first;
  private int count;
  private boolean sending;
  private int timestamp;
  private int elapsed;
  private int endPackets;
  private int pause;

  /** Durations are counted by that clock from now on (RFC 4733 section 2.1). */
  public void clock(int rateHz) {
    frameSamples = rateHz / FRAMES_PER_SECOND;
  }

  /** A press begins; it lasts until {@link #end}. Ignored if too many wait already. */
  public void begin(char digit) {
    if (count < WAITING) {
      int at = (first + count++) % WAITING;
      digits[at] = digit;
      samples[at] = Integer.MAX_VALUE;
    }
  }

  /** The press begun last has ended after this time. */
  public void end(int durationMs) {
    int last = (first + count - 1 + WAITING) % WAITING;
    if (count > 0 && samples[last] == Integer.MAX_VALUE) {
      samples[last] =
          Math.max(MIN_FRAMES * frameSamples, durationMs * frameSamples * FRAMES_PER_SECOND / 1000);
    }
  }

  /** Whether an event packet takes the place of this frame's audio. */
  public boolean isActive() {
    return count > 0 && pause == 0;
  }

  /** Whether a press is being sent or waits to be. */
  public boolean isBusy() {
    return count > 0;
  }

  /** Counts a frame without a packet of ours. */
  public void pass() {
    pause = Math.max(0, pause - 1);
  }

  /** Writes the packet of this frame; returns its length. Only if {@link #isActive}. */
  public int write(RtpStream stream, int payloadType, byte[] packet) {
    boolean starts = !sending;
    if (starts) {
      sending = true;
      timestamp = stream.timestamp();
      elapsed = 0;
      endPackets = 0;
    }
    // RFC 4733 section 2.5.1.2: all packets of an event carry the time of its start.
    stream.writeHeader(packet, payloadType, starts, timestamp);
    elapsed = endPackets > 0 ? elapsed : elapsed + frameSamples;
    boolean ends = elapsed >= samples[first] || elapsed + frameSamples > MAX_SAMPLES;
    int event = TelephoneEvent.DIGITS.indexOf(digits[first]);
    TelephoneEvent.write(packet, RtpPacket.HEADER_BYTES, event, ends, elapsed);
    // RFC 4733 section 2.5.1.4: the final packet is sent three times in all.
    if (ends && ++endPackets == END_PACKETS) {
      sending = false;
      first = (first + 1) % WAITING;
      count--;
      pause = PAUSE_FRAMES;
    }
    return RtpPacket.HEADER_BYTES + TelephoneEvent.BYTES;
  }
}
