package org.tandemvoice.media.engine.leg;

import org.tandemvoice.media.engine.transport.PacketRing;

/**
 * Copies of a leg's RTP packets on their way to who collects them. The owner thread puts them in
 * without a lock or an allocation; what finds no room is left out.
 */
public final class PacketCapture {

  private static final int CAPACITY = 131_072;

  private final PacketRing ring = new PacketRing(CAPACITY);
  private int packetsLeft;
  private int bytesLeft;

  /** Takes so many packets and bytes at most. */
  public PacketCapture(int packets, int bytes) {
    this.packetsLeft = packets;
    this.bytesLeft = bytes;
  }

  /** Owner thread: a packet of the party, or one that is sent to it. */
  void packet(byte[] packet, int length, boolean sent, long nowNanos) {
    if (packetsLeft > 0 && length <= bytesLeft && ring.offer(packet, length, sent, nowNanos)) {
      packetsLeft--;
      bytesLeft -= length;
    }
  }

  /** For one collector at a time: a packet that was sent counts as control in it. */
  public PacketRing ring() {
    return ring;
  }
}
