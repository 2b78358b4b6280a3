package org.tandemvoice.timeline.control;

import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.tandemvoice.media.MediaPacket;
import org.tandemvoice.timeline.entity.TraceEntry;

/**
 * SIP messages and RTP packets as a capture file of version 2.4 with microseconds and raw IP
 * packets (LINKTYPE_RAW, 101). Each is one UDP datagram, whatever it came by: that is what reads
 * best.
 */
final class Pcap {

  private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
  private static final int LINKTYPE_RAW = 101;
  private static final int LONGEST = 65_535;
  private static final int RECORD_HEADER = 16;
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
    return of(messages, List.of());
  }

  /**
   * In the order of time.
   *
   * @param captured records that {@link #record(MediaPacket)} has made, any number in each
   */
  static byte[] of(List<TraceEntry> messages, List<byte[]> captured) {
    List<ByteBuffer> records = new ArrayList<>();
    messages.forEach(message -> records.add(ByteBuffer.wrap(record(message))));
    captured.forEach(some -> split(ByteBuffer.wrap(some), records));
    records.sort(Comparator.comparingLong(Pcap::micros));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header());
    for (ByteBuffer record : records) {
      file.write(record.array(), record.arrayOffset(), record.capacity());
    }
    return file.toByteArray();
  }

  private static void split(ByteBuffer some, List<ByteBuffer> records) {
    int at = 0;
    while (at < some.capacity()) {
      int length = RECORD_HEADER + some.getInt(at + 8);
      records.add(some.slice(at, length));
      at += length;
    }
  }

  private static long micros(ByteBuffer record) {
    return Integer.toUnsignedLong(record.getInt(0)) * 1_000_000 + record.getInt(4);
  }

  /** An RTP packet as it was, in a datagram of its own. */
  static byte[] record(MediaPacket packet) {
    Place local = new Place(packet.local().getAddress(), packet.local().getPort());
    Place remote = new Place(packet.remote().getAddress(), packet.remote().getPort());
    return record(
        packet.at(),
        packet.sent()
            ? packet(local, remote, packet.data())
            : packet(remote, local, packet.data()));
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
    return record(
        message.at(),
        packet(
            Place.of(HostPort.of(message.source())),
            Place.of(HostPort.of(message.destination())),
            message.text().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] record(Instant at, byte[] packet) {
    return ByteBuffer.allocate(RECORD_HEADER + packet.length)
        .putInt((int) at.getEpochSecond())
        .putInt(at.getNano() / 1_000)
        .putInt(packet.length)
        .putInt(packet.length)
        .put(packet)
        .array();
  }

  private static byte[] packet(Place from, Place to, byte[] content) {
    boolean wide = from.address() instanceof Inet6Address || to.address() instanceof Inet6Address;
    int head = (wide ? IPV6_HEADER : IPV4_HEADER) + UDP_HEADER;
    byte[] data = Arrays.copyOf(content, Math.min(content.length, LONGEST - head));
    ByteBuffer packet = ByteBuffer.allocate(head + data.length);
    if (wide) {
      ipv6(packet, from, to, data.length);
    } else {
      ipv4(packet, from, to);
    }
    // no checksum (RFC 768): this datagram was not sent just so
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
