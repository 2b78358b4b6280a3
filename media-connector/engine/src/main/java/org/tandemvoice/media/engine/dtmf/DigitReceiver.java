package org.tandemvoice.media.engine.dtmf;

import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * Makes one key press of the many packets of an event (RFC 4733 section 2.5.2): by their common
 * timestamp, ended by the first end packet, by another event, or when nothing more comes.
 */
public final class DigitReceiver {

  private static final long LOST_END_NANOS = 250_000_000L;

  private final DigitListener listener;
  private int samplesPerMs = 8;
  private boolean any;
  private boolean active;
  private char digit;
  private long timestamp;
  private int earlierSegments;
  private int duration;
  private long lastNanos;

  public DigitReceiver(DigitListener listener) {
    this.listener = listener;
  }

  /** The clock of the packets that come next (RFC 4733 section 2.1). */
  public void clock(int rateHz) {
    samplesPerMs = rateHz / 1000;
  }

  /** Takes a packet of the telephone-event payload type. */
  public void packet(RtpPacket packet, long arrivalNanos) {
    int event =
        packet.payloadLength() < TelephoneEvent.BYTES
            ? TelephoneEvent.DIGITS.length()
            : TelephoneEvent.event(packet.array(), packet.payloadOffset());
    if (event >= TelephoneEvent.DIGITS.length()) {
      return;
    }
    int age = (int) (packet.timestamp() - timestamp);
    if (any && age < 0) {
      return;
    }
    if (!any || age > 0) {
      begin(TelephoneEvent.DIGITS.charAt(event), packet.timestamp(), age);
    }
    if (active) {
      lastNanos = arrivalNanos;
      duration =
          Math.max(duration, TelephoneEvent.duration(packet.array(), packet.payloadOffset()));
      if (TelephoneEvent.isEnd(packet.array(), packet.payloadOffset())) {
        end();
      }
    }
  }

  /** Ends a press whose end packets were lost. */
  public void tick(long nowNanos) {
    if (active && nowNanos - lastNanos > LOST_END_NANOS) {
      end();
    }
  }

  /** Forgets the stream, because another one begins. */
  public void reset() {
    if (active) {
      end();
    }
    any = false;
  }

  private void begin(char next, long nextTimestamp, int age) {
    // RFC 4733 section 2.5.1.3: a long press continues in a segment that starts where the last one
    // ended.
    boolean continues = active && next == digit && age == duration && duration >= 0xFFFF - 8000;
    if (continues) {
      earlierSegments += duration;
    } else {
      if (active) {
        end();
      }
      active = true;
      digit = next;
      earlierSegments = 0;
      listener.digitBegan(digit);
    }
    any = true;
    timestamp = nextTimestamp;
    duration = 0;
  }

  private void end() {
    active = false;
    listener.digitEnded(digit, (earlierSegments + duration) / samplesPerMs);
  }
}
