package org.tandemvoice.media.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {

  private final RtpPacket packet = new RtpPacket();

  @Test
  void readsEveryField() {
    byte[] bytes = bytes("80 E5 FFFE FEDCBA98 01020304 AABBCC");

    assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();

    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(101);
    assertThat(packet.sequence()).isEqualTo(0xFFFE);
    assertThat(packet.timestamp()).isEqualTo(0xFEDCBA98L);
    assertThat(packet.ssrc()).isEqualTo(0x01020304);
    assertThat(packet.payloadOffset()).isEqualTo(12);
    assertThat(packet.payloadLength()).isEqualTo(3);
  }

  @Test
  void passesOverSourcesExtensionAndPadding() {
    byte[] bytes =
        bytes(
            "FF B2 0000 00000000 01020304 00000001 00000001 00000001 00000001 00000001 00000001 00000001"
                + "00000001 00000001 00000001 00000001 00000001 00000001 00000001 00000001 BEDE0001 11223344 5566 000003");
    bytes[0] = (byte) 0xBF;

    assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();

    assertThat(packet.payloadLength()).isEqualTo(2);
    assertThat(packet.array()[packet.payloadOffset()]).isEqualTo((byte) 0x55);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "8000000000000000000000",
        "000000000000000000000000",
        "C00000000000000000000000",
        "810000000000000000000000",
        "900000000000000000000000",
        "9000000000000000000000000000FFFF",
        "A00000000000000000000000",
        "A0000000000000000000000002FF",
        "A0000000000000000000000003"
      })
  void refusesWhatIsNoPacket(String hex) {
    byte[] bytes = bytes(hex);

    assertThat(packet.wrap(bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void neverReadsOutsideOfTheBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = (byte) (0x80 | bytes[0] & 0x3F);
      }
      if (packet.wrap(bytes, 0, bytes.length)) {
        assertThat(packet.payloadOffset() + packet.payloadLength())
            .isLessThanOrEqualTo(bytes.length);
        assertThat(packet.payloadLength()).isNotNegative();
      }
    }
  }

  @Test
  void readsWhatTheStreamWrites() {
    RtpStream stream = new RtpStream(new Random(1));
    byte[] bytes = new byte[20];
    stream.writeHeader(bytes, 8, true, stream.timestamp());
    assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();
    int first = packet.sequence();
    long firstTime = packet.timestamp();
    stream.advance(160);

    stream.writeHeader(bytes, 8, false, stream.timestamp());

    assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();
    assertThat(packet.sequence()).isEqualTo(first + 1);
    assertThat((int) (packet.timestamp() - firstTime)).isEqualTo(160);
    assertThat(packet.marker()).isFalse();
    assertThat(packet.ssrc()).isEqualTo(stream.ssrc());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
