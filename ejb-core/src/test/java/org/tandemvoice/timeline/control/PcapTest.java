package org.tandemvoice.timeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.timeline.entity.TraceEntry;
import org.tandemvoice.timeline.entity.TraceKind;

class PcapTest {

  private static final Instant AT = Instant.parse("2026-02-21T10:00:00.123456Z");

  @Test
  void writesAnIpv4DatagramPerMessage() {
    ByteBuffer file = ByteBuffer.wrap(Pcap.of(List.of(from("10.0.0.1:5060"), from("10.0.0.9:6"))));

    file.position(24);
    assertThat(file.getInt()).isEqualTo((int) AT.getEpochSecond());
    assertThat(file.getInt()).isEqualTo(123_456);
    int length = file.getInt();
    assertThat(file.getInt()).isEqualTo(length).isEqualTo(20 + 8 + 3);
    ByteBuffer packet = file.slice(file.position(), length);
    assertThat(packet.get(0)).isEqualTo((byte) 0x45);
    assertThat(packet.getShort(2)).isEqualTo((short) length);
    assertThat(onesComplementSum(packet)).as("header checksum").isEqualTo(0xffff);
    assertThat(packet.getInt(12)).isEqualTo(0x0a000001);
    assertThat(packet.getShort(20)).isEqualTo((short) 5060);
    assertThat(packet.getShort(24)).isEqualTo((short) 11);
    assertThat(StandardCharsets.US_ASCII.decode(packet.slice(28, 3)).toString()).isEqualTo("BYE");
    assertThat(file.capacity()).isEqualTo(24 + 2 * (16 + length));
  }

  @Test
  void writesIpv6IfOneSideHasIt() {
    ByteBuffer file = ByteBuffer.wrap(Pcap.of(List.of(from("[2001:db8::1]:5060"))));

    ByteBuffer packet = file.slice(40, file.capacity() - 40);
    assertThat(packet.getInt(0) >>> 28).isEqualTo(6);
    assertThat(packet.getShort(4)).isEqualTo((short) 11);
    assertThat(packet.getInt(8)).isEqualTo(0x20010db8);
    assertThat(packet.getInt(36)).as("mapped IPv4").isEqualTo(0x0a000002);
    assertThat(packet.capacity()).isEqualTo(40 + 11);
  }

  @Test
  void looksNoNameUp() {
    ByteBuffer file =
        ByteBuffer.wrap(Pcap.of(List.of(from("phone.example.com:5060"), from("cafe:5060"))));

    assertThat(file.getInt(40 + 12)).isZero();
    int second = 24 + 16 + 20 + 8 + 3;
    assertThat(file.getInt(second + 16 + 12)).as("a name of hexadecimal digits").isZero();
  }

  private static TraceEntry from(String source) {
    return new TraceEntry(AT, TraceKind.RECEIVED, source, "10.0.0.2:5060", "BYE", "BYE");
  }

  private static int onesComplementSum(ByteBuffer packet) {
    int sum = 0;
    for (int i = 0; i < 20; i += 2) {
      sum += packet.getShort(i) & 0xffff;
    }
    return (sum & 0xffff) + (sum >>> 16);
  }
}
