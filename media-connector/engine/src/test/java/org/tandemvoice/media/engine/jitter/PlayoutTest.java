package org.tandemvoice.media.engine.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.media.engine.jitter.Trace.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutTest {

  private final Trace trace = new Trace();

  @Test
  void playsAnEvenStreamCompletelyAndSoon() {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, 20 * i);
    }

    trace.listen(2_200);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 100));
    assertThat(trace.heardAtMs(0)).isBetween(20.0, 67.0);
    assertThat(trace.playout().late()).isZero();
  }

  @Test
  void bringsPacketsBackIntoOrder() {
    for (int i = 0; i < 100; i += 2) {
      trace.packet(i, 20 * i + 21).packet(i + 1, 20 * i + 20);
    }

    trace.listen(2_200);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 100));
  }

  @Test
  void playsADuplicateOnce() {
    for (int i = 0; i < 50; i++) {
      trace.packet(i, 20 * i).packet(i, 20 * i + 15);
    }

    trace.listen(1_200);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 50));
    assertThat(trace.playout().late()).isZero();
  }

  @Test
  void keepsTheOthersInTheirPlaceWhenPacketsAreLost() {
    Random random = new Random(1);
    List<Integer> sent = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      if (i == 0 || i == 499 || random.nextInt(10) > 0) {
        sent.add(i);
        trace.packet(i, 20 * i);
      }
    }

    trace.listen(10_200);

    assertThat(trace.packetsHeard()).isEqualTo(sent);
    assertThat(trace.heardAtMs(499) - trace.heardAtMs(0)).isEqualTo(499 * 20.0);
  }

  @Test
  void fillsALostPacketWithSound() {
    for (int i = 0; i < 20; i++) {
      if (i != 10) {
        trace.packet(i, 20 * i);
      }
    }

    trace.listen(600);

    short[] madeUp = trace.frameAt(trace.heardAtMs(9) + 20);
    assertThat((int) madeUp[80]).isBetween(500, 1_015);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void growsWithTheJitterUntilLittleIsLate(int jitterMs) {
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      trace.packet(i % 20_000, i, i * 160L, 160, 20 * i + random.nextInt(jitterMs));
    }

    trace.listen(30_400);

    long early = trace.packetsHeard().stream().filter(n -> n < 250).count();
    long settled = trace.packetsHeard().stream().filter(n -> n >= 500).count();
    assertThat(early).isGreaterThan(220);
    assertThat(settled).isGreaterThanOrEqualTo(980);
    assertThat(trace.playout().targetMs()).isBetween(jitterMs * 8 / 10, jitterMs + 20);
  }

  @Test
  void shrinksAgainInSilence() {
    for (int i = 0; i < 60; i++) {
      trace.packet(i, i == 50 ? 20 * i + 150 : 20 * i);
    }
    trace.silent();
    for (int i = 60; i < 1_000; i++) {
      trace.packet(i, 20 * i);
    }
    trace.loud().packet(1_000, 20_000);

    trace.listen(20_300);

    assertThat(trace.playout().late()).isEqualTo(1);
    assertThat(trace.heardAtMs(59) - 20 * 59).isGreaterThan(130);
    assertThat(trace.heardAtMs(1_000) - 20_000).isBetween(20.0, 60.0);
  }

  @Test
  void shrinksInUnbrokenSoundToo() {
    for (int i = 0; i < 3_000; i++) {
      trace.packet(i, i == 50 ? 20 * i + 150 : 20 * i);
    }

    trace.listen(60_300);

    assertThat(trace.playout().late()).isEqualTo(1);
    assertThat(trace.heardAtMs(100) - 20 * 100).isGreaterThan(130);
    assertThat(trace.heardAtMs(2_999) - 20 * 2_999).isBetween(20.0, 90.0);
  }

  @Test
  void playsSilenceWhereTheSenderPaused() {
    for (int i = 0; i < 10; i++) {
      trace.packet(i, 20 * i);
    }
    for (int i = 10; i < 20; i++) {
      trace.packet(i, i, (i + 100) * 160L, 160, 20 * (i + 100));
    }

    trace.listen(2_700);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 20));
    assertThat(trace.heardAtMs(10)).isBetween(2_220.0, 2_267.0);
    assertThat(trace.frameAt(1_000)).containsOnly(0);
  }

  @Test
  void startsAgainWhenTheSendersClockJumps() {
    for (int i = 0; i < 50; i++) {
      trace.packet(i, 20 * i);
    }
    for (int i = 50; i < 100; i++) {
      trace.packet(i, i, i * 160L + 1_000_000, 160, 20 * i);
    }
    for (int i = 100; i < 150; i++) {
      trace.packet(i, i, i * 160L - 5_000_000, 160, 20 * i);
    }

    trace.listen(3_300);

    assertThat(trace.packetsHeard()).contains(60, 99, 120, 149);
    assertThat(trace.packetsHeard().size()).isGreaterThan(140);
    assertThat(trace.heardAtMs(149)).isBetween(2_980.0, 3_190.0);
  }

  @Test
  void startsAgainWithAnotherSource() {
    for (int i = 0; i < 50; i++) {
      trace.packet(i, 20 * i);
    }
    trace.ssrc(2);
    for (int i = 50; i < 100; i++) {
      trace.packet(i, i + 30_000, i * 160L + 77_777, 160, 20 * i);
    }

    trace.listen(2_200);

    assertThat(trace.packetsHeard()).contains(49 - 3, 50, 99);
    assertThat(trace.packetsHeard().size()).isGreaterThan(95);
  }

  @Test
  void crossesTheEndsOfSequenceAndTimestamp() {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, 65_500 + i, 0xFFFFE000L + i * 160L, 160, 20 * i);
    }

    trace.listen(2_200);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 40, 60})
  void takesOtherPacketTimes(int packetMs) {
    for (int i = 0; i < 40; i++) {
      trace.packet(i, i, (long) i * packetMs * 8, packetMs * 8, packetMs * (i + 1));
    }

    trace.listen(packetMs * 41 + 200);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 40));
    assertThat(trace.playout().late()).isZero();
  }

  @Test
  void recoversFromAStallOfTheNetwork() {
    for (int i = 0; i < 300; i++) {
      double sentAt = 20 * i;
      trace.packet(i, sentAt > 2_000 && sentAt < 3_000 ? 3_000 : sentAt);
    }

    trace.listen(6_300);

    assertThat(trace.packetsHeard()).containsAll(numbers(160, 300));
    assertThat(trace.heardAtMs(299)).isLessThan(6_250);
  }

  @Test
  void followsAClockThatDrifts() {
    double senderFrameMs = 20 * (1 - 200e-6);
    trace.silent();
    for (int i = 0; i < 30_000; i++) {
      trace.packet(i, i, i * 160L, 160, senderFrameMs * i);
    }

    trace.listen(senderFrameMs * 30_000);

    assertThat(trace.playout().late()).isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1_000, 3_000})
  void isHeardAgainSoonAfterTheListenerStoodStill(int millis) {
    for (int i = 0; i < 400; i++) {
      trace.packet(i, 20 * i);
    }

    trace.absent(1_000, 1_000 + millis).listen(8_200);

    int after = (1_000 + millis + 300) / 20;
    assertThat(trace.packetsHeard()).containsAll(numbers(0, 45)).containsAll(numbers(after, 400));
    assertThat(trace.heardAtMs(399) - 20 * 399).isBetween(20.0, 250.0);
  }
}
