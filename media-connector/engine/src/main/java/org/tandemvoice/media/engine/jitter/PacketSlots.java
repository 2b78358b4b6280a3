package org.tandemvoice.media.engine.jitter;

import java.util.Arrays;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * A ring of packets by sequence number. Payload arrays are kept and grow only when a longer payload
 * comes.
 */
final class PacketSlots {

  private final int mask;
  private final long[] sequences;
  private final long[] times;
  private final int[] states;
  private final int[] lengths;
  private final int[] payloadTypes;
  private final byte[][] payloads;

  PacketSlots(int count) {
    mask = count - 1;
    sequences = new long[count];
    times = new long[count];
    states = new int[count];
    lengths = new int[count];
    payloadTypes = new int[count];
    payloads = new byte[count][0];
  }

  /** State of that sequence number; 0 if it was never marked or its slot serves another by now. */
  int state(long sequence) {
    int slot = slot(sequence);
    return sequences[slot] == sequence ? states[slot] : 0;
  }

  void mark(long sequence, int state) {
    int slot = slot(sequence);
    sequences[slot] = sequence;
    states[slot] = state;
  }

  void hold(long sequence, long time, RtpPacket packet) {
    int slot = slot(sequence);
    int length = packet.payloadLength();
    if (payloads[slot].length < length) {
      payloads[slot] = new byte[length];
    }
    System.arraycopy(packet.array(), packet.payloadOffset(), payloads[slot], 0, length);
    sequences[slot] = sequence;
    states[slot] = 1;
    times[slot] = time;
    lengths[slot] = length;
    payloadTypes[slot] = packet.payloadType();
  }

  long time(long sequence) {
    return times[slot(sequence)];
  }

  /**
   * Marks the slot and gives its index, whose payload stays readable until the ring comes round.
   */
  int take(long sequence, int state) {
    int slot = slot(sequence);
    states[slot] = state;
    return slot;
  }

  /** Where that sequence number is, without a change. */
  int index(long sequence) {
    return slot(sequence);
  }

  byte[] payload(int slot) {
    return payloads[slot];
  }

  int payloadLength(int slot) {
    return lengths[slot];
  }

  int payloadType(int slot) {
    return payloadTypes[slot];
  }

  void clear() {
    Arrays.fill(states, 0);
  }

  private int slot(long sequence) {
    return (int) sequence & mask;
  }
}
