package org.tandemvoice.media.engine.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.engine.rtp.BigEndian;

class RtcpSessionTest {

  private static final long MS = 1_000_000;

  private final HandClock clock = new HandClock();
  private final ReceptionStatistics reception = new ReceptionStatistics();
  private final RtcpSession ours = new RtcpSession(clock, reception, 0x11111111, "ours@tandem");
  private final ReceptionStatistics theirReception = new ReceptionStatistics();
  private final RtcpSession theirs = new RtcpSession(clock, theirReception, 0x22222222, "t");

  @Test
  void measuresTheRoundTrip() {
    theirReception.packet(0x11111111, 1, 0, 0);
    int length = ours.report(0, 0, 10, 1_600);
    clock.millis += 30;
    theirs.receive(ours.packet(), length, 30 * MS);
    clock.millis += 500;
    int reply = theirs.report(530 * MS, 0, 0, 0);
    clock.millis += 45;

    ours.receive(theirs.packet(), reply, 575 * MS);

    assertThat(ours.roundTripMs()).isCloseTo(75, within(2.0));
  }

  @Test
  void writesWhatWiresharkWouldRead() {
    reception.packet(0x22222222, 100, 0, 0);
    reception.packet(0x22222222, 103, 480, 480);

    int length = ours.report(0, 77, 10, 1_600);

    byte[] packet = ours.packet();
    assertThat(packet[0]).isEqualTo((byte) 0x81);
    assertThat(packet[1] & 0xFF).isEqualTo(200);
    assertThat(BigEndian.readShort(packet, 2)).isEqualTo(12);
    assertThat(BigEndian.readInt(packet, 16)).isEqualTo(77);
    assertThat(BigEndian.readInt(packet, 20)).isEqualTo(10);
    assertThat(BigEndian.readInt(packet, 28)).isEqualTo(0x22222222);
    assertThat(BigEndian.readInt(packet, 32)).isEqualTo(128 << 24 | 2);
    assertThat(BigEndian.readInt(packet, 36)).isEqualTo(103);
    assertThat(packet[53] & 0xFF).isEqualTo(202);
    assertThat(length).isEqualTo(52 + 4 * (BigEndian.readShort(packet, 54) + 1));
    assertThat(length % 4).isZero();
    assertThat(new String(packet, 62, packet[61], StandardCharsets.US_ASCII))
        .isEqualTo("ours@tandem");
  }

  @Test
  void reportsAsReceiverWhileItSentNothing() {
    ours.report(0, 0, 0, 0);

    assertThat(ours.packet()[1] & 0xFF).isEqualTo(201);
    assertThat(ours.packet()[0] & 0x1F).isZero();
  }

  @Test
  void saysGoodbye() {
    int length = ours.farewell(0, 0, 1, 160);

    assertThat(ours.packet()[length - 7] & 0xFF).isEqualTo(203);
    assertThat(BigEndian.readInt(ours.packet(), length - 4)).isEqualTo(0x11111111);
  }

  @Test
  void isDueEveryFiveSeconds() {
    ours.start(0);
    assertThat(ours.isDue(2_000 * MS)).isFalse();
    assertThat(ours.isDue(2_600 * MS)).isTrue();

    ours.report(2_600 * MS, 0, 0, 0);

    assertThat(ours.isDue(7_500 * MS)).isFalse();
    assertThat(ours.isDue(7_700 * MS)).isTrue();
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(9);
    int length = theirs.report(0, 0, 10, 100);
    byte[] good = Arrays.copyOf(theirs.packet(), length);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = good.clone();
      for (int edits = random.nextInt(6); edits >= 0; edits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      ours.receive(bytes, random.nextInt(bytes.length + 1), 0);
    }

    assertThat(ours.roundTripMs()).isNotNegative();
  }

  @Test
  void countsLossOverTheEndOfTheSequence() {
    for (int i = 0; i < 1_000; i++) {
      if (i % 10 != 5) {
        reception.packet(1, 65_000 + i & 0xFFFF, i * 160L, i * 160L);
      }
    }

    assertThat(reception.received()).isEqualTo(900);
    assertThat(reception.lost()).isEqualTo(100);
    assertThat(reception.extendedHighest()).isEqualTo(65_999);
    assertThat(reception.fractionLost()).isBetween(25, 26);
    assertThat(reception.fractionLost()).isZero();
    assertThat(reception.jitterSamples()).isZero();
  }

  @Test
  void measuresJitterLikeTheRfc() {
    for (int i = 0; i < 1_000; i++) {
      reception.packet(1, i, i * 160L, i * 160L + (i % 2) * 80);
    }

    assertThat(reception.jitterSamples()).isCloseTo(80, within(1.0));
  }

  @Test
  void keepsCountingWhenTheSourceChanges() {
    for (int i = 0; i < 100; i++) {
      reception.packet(1, i, 0, 0);
    }
    for (int i = 0; i < 100; i += 2) {
      reception.packet(2, 40_000 + i, 0, 0);
    }

    assertThat(reception.received()).isEqualTo(150);
    assertThat(reception.lost()).isEqualTo(49);
  }

  @Test
  void judgesAsTheEModel() {
    assertThat(EModel.mos(20, 0)).isBetween(4.35, 4.45);
    assertThat(EModel.mos(400, 0)).isBetween(2.8, 3.6);
    assertThat(EModel.mos(20, 5)).isBetween(3.8, 4.0);
    assertThat(EModel.mos(20, 50)).isLessThan(2);
    assertThat(EModel.mos(5_000, 100)).isEqualTo(1);
  }

  private static final class HandClock extends Clock {
    private long millis = 1_800_000_000_123L;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
