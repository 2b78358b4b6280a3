package org.tandemvoice.timeline.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tandemvoice.timeline.entity.TraceEntry;

/**
 * SIP messages as a capture file of version 2.4 with microseconds and raw IP packets (LINKTYPE_RAW,
 * 101). Each is one UDP datagram, whatever it came by: that is what reads best.
 */
final class Pcap {

  private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
  private static final int LINKTYPE_RAW = 101;
  private static final int LONGEST = 65_535;
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int HOPS = 64;
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private record Place(InetAddress address, int port) {

    static Place of(HostPort place) {
      // a name is not looked up
      String address = LITERAL.matcher(place.host()).matches() ? place.host() : "0.0.0.0";
      try {
        return new Place(InetAddress.getByName(address), place.port());
      } catch (UnknownHostException notAnAddress) {
        return new Place(InetAddress.getLoopbackAddress(), place.port());
      }
    }

    /** As an IPv6 address, mapped if it is none (RFC 4291 section 2.5.5.2). */
    byte[] wide() {
      byte[] bytes = address.getAddress();
      if (bytes.length == 16) {
        return bytes;
      }
      byte[] mapped = new byte[16];
      mapped[10] = (byte) 0xff;
      mapped[11] = (byte) 0xff;
      System.arraycopy(bytes, 0, mapped, 12, 4);
      return mapped;
    }
  }

  private Pcap() {}

  static byte[] of(List<TraceEntry> messages) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      file.write(header());
      for (TraceEntry message : messages) {
        file.write(record(message));
      }
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return file.toByteArray();
  }

  private static byte[] header() {
    return ByteBuffer.allocate(24)
        .putInt(MAGIC_MICROSECONDS)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(0)
        .putInt(0)
        .putInt(LONGEST)
        .putInt(LINKTYPE_RAW)
        .array();
  }

  private static byte[] record(TraceEntry message) {
    byte[] packet = packet(message);
    Instant at = message.at();
    return ByteBuffer.allocate(16 + packet.length)
        .putInt((int) at.getEpochSecond())
        .putInt(at.getNano() / 1_000)
        .putInt(packet.length)
        .putInt(packet.length)
        .put(packet)
        .array();
  }

  private static byte[] packet(TraceEntry message) {
    Place from = Place.of(HostPort.of(message.source()));
    Place to = Place.of(HostPort.of(message.destination()));
    byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
    boolean wide = from.address() instanceof Inet6Address || to.address() instanceof Inet6Address;
    int head = (wide ? IPV6_HEADER : IPV4_HEADER) + UDP_HEADER;
    byte[] data = Arrays.copyOf(text, Math.min(text.length, LONGEST - head));
    ByteBuffer packet = ByteBuffer.allocate(head + data.length);
    if (wide) {
      ipv6(packet, from, to, data.length);
    } else {
      ipv4(packet, from, to);
    }
    // no checksum (RFC 768): nobody has sent this datagram
    packet
        .putShort((short) from.port())
        .putShort((short) to.port())
        .putShort((short) (UDP_HEADER + data.length))
        .putShort((short) 0)
        .put(data);
    return packet.array();
  }

  private static void ipv4(ByteBuffer packet, Place from, Place to) {
    packet
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) packet.capacity())
        .putInt(0)
        .put((byte) HOPS)
        .put((byte) UDP)
        .putShort((short) 0)
        .put(from.address().getAddress())
        .put(to.address().getAddress());
    packet.putShort(10, checksum(packet.array()));
  }

  /** RFC 1071. */
  private static short checksum(byte[] packet) {
    int sum = 0;
    for (int i = 0; i < IPV4_HEADER; i += 2) {
      sum += (packet[i] & 0xff) << 8 | packet[i + 1] & 0xff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }

  private static void ipv6(ByteBuffer packet, Place from, Place to, int length) {
    packet
        .putInt(0x60000000)
        .putShort((short) (UDP_HEADER + length))
        .put((byte) UDP)
        .put((byte) HOPS)
        .put(from.wide())
        .put(to.wide());
  }
}
