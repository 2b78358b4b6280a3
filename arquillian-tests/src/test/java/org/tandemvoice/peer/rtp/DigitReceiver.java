package org.tandemvoice.peer.rtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects RFC 4733 digits; packets of one time stamp are one digit. */
public final class DigitReceiver {

  /** A digit with the longest duration any of its packets stated. */
  public record Digit(char key, Duration length, boolean ended) {}

  private final List<Digit> digits = new ArrayList<>();
  private long lastTimestamp = -1;

  /** Takes a packet of events by a clock with so many ticks for each of 8 kHz. */
  synchronized void add(RtpPacket packet, int ticks) {
    byte[] payload = packet.payload();
    if (payload.length < 4 || (payload[0] & 0xFF) >= DigitSender.DIGITS.length()) {
      return;
    }
    int units = (payload[2] & 0xFF) << 8 | payload[3] & 0xFF;
    boolean ended = (payload[1] & 0x80) != 0;
    char key = DigitSender.DIGITS.charAt(payload[0]);
    Digit digit = new Digit(key, Duration.ofMillis(units / 8 / ticks), ended);
    if (packet.timestamp() == lastTimestamp) {
      Digit before = digits.remove(digits.size() - 1);
      digits.add(before.ended() && !ended ? before : digit);
    } else {
      digits.add(digit);
    }
    lastTimestamp = packet.timestamp();
  }

  synchronized String received() {
    StringBuilder keys = new StringBuilder();
    digits.forEach(digit -> keys.append(digit.key()));
    return keys.toString();
  }

  synchronized List<Digit> events() {
    return List.copyOf(digits);
  }
}
