package org.tandemvoice.media.engine.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketCaptureTest {

  private final byte[] packet = new byte[172];
  private final byte[] polled = new byte[2_048];

  @Test
  void keepsWhatPassesWithItsDirectionAndTime() {
    PacketCapture capture = new PacketCapture(10, 10_000);
    capture.packet(packet, 172, false, 5);
    capture.packet(packet, 160, true, 7);

    assertThat(capture.ring().poll(polled)).isEqualTo(172);
    assertThat(capture.ring().polledControl()).isFalse();
    assertThat(capture.ring().polledArrivalNanos()).isEqualTo(5);
    assertThat(capture.ring().poll(polled)).isEqualTo(160);
    assertThat(capture.ring().polledControl()).isTrue();
    assertThat(capture.ring().poll(polled)).isZero();
  }

  @Test
  void endsWithItsPacketsAndItsBytes() {
    assertThat(taken(new PacketCapture(3, 10_000))).isEqualTo(3);
    assertThat(taken(new PacketCapture(100, 400))).isEqualTo(2);
  }

  @Test
  void leavesOutWhatFindsNoRoom() {
    assertThat(taken(new PacketCapture(10_000, 10_000_000))).isBetween(600, 800);
  }

  private int taken(PacketCapture capture) {
    for (int i = 0; i < 1_000; i++) {
      capture.packet(packet, 172, false, i);
    }
    int count = 0;
    while (capture.ring().poll(polled) > 0) {
      count++;
    }
    return count;
  }
}
