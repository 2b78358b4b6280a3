package org.tandemvoice.peer.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packets of one leg byte by byte, for tests that ask for it: most do not need so much. */
public final class PacketLog {

  private final List<ByteBuffer> said = new ArrayList<>();
  private final List<RtpPacket> heard = new ArrayList<>();

  synchronized void said(byte[] payload) {
    said.add(ByteBuffer.wrap(payload));
  }

  synchronized void heard(RtpPacket packet) {
    heard.add(packet);
  }

  private synchronized Map<ByteBuffer, Integer> placesOfSaid() {
    Map<ByteBuffer, Integer> places = new HashMap<>();
    for (int i = 0; i < said.size(); i++) {
      places.put(said.get(i), i);
    }
    return places;
  }

  /** What came with that payload type, in the order of its arrival. */
  public synchronized List<RtpPacket> heardAs(int payloadType) {
    return heard.stream().filter(packet -> packet.payloadType() == payloadType).toList();
  }

  /** How many packets in a row came exactly as the other one sent them, at most. */
  public int longestUnchangedFrom(PacketLog speaker) {
    Map<ByteBuffer, Integer> places = speaker.placesOfSaid();
    int longest = 0;
    int run = 0;
    int last = -1;
    synchronized (this) {
      for (RtpPacket packet : heard) {
        int place = places.getOrDefault(ByteBuffer.wrap(packet.payload()), -1);
        run = place < 0 ? 0 : place == last + 1 ? run + 1 : 1;
        last = place;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }
}
