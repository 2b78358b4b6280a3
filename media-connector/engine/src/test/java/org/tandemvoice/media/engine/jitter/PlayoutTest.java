package org.tandemvoice.media.engine.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void leavesNothingOutOfSoundThatShallBeWhole() {
    for (int i = 0; i < 1_000; i++) {
      trace.packet(i, i == 50 ? 20 * i + 150 : 20 * i);
    }

    trace.wholeFrom(0).listen(20_300);

    assertThat(trace.packetsHeard()).hasSize(999);
    assertThat(trace.heardAtMs(999) - 20 * 999).isGreaterThan(130);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 40, 60})
  void givesWhatCameTooLateAPlaceInWhatWasHeard(int packetMs) {
    for (int i = 0; i < 100; i++) {
      boolean isSlow = i == 20 || i == 50 || i == 51;
      int delayMs = isSlow ? 100 + 2 * packetMs : 0;
      trace.packet(i, i, (long) i * packetMs * 8, packetMs * 8, packetMs * (i + 1) + delayMs);
    }

    trace.wholeFrom(0).listen(packetMs * 101 + 400);

    assertThat(trace.playout().late()).isPositive();
    assertThat(trace.packetsHeard()).hasSizeLessThan(100);
    assertThat(trace.packetsKept()).isEqualTo(numbers(0, 100));
  }

  /** Sound that was shortened before leaves packets across the ends of frames. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 12, 16, 20, 30, 40, 50, 60})
  void givesWhatCameTooLateItsPlaceWhereverPacketsEnd(int slowMs) {
    for (int i = 0; i < 400; i++) {
      int delayMs = i == 10 ? 180 : i == 300 ? 180 + slowMs : 0;
      trace.packet(i, 20 * i + delayMs);
    }

    trace.wholeFrom(5_000).listen(8_400);

    short[] twoPackets = trace.frameAt(trace.heardAtMs(280));
    assertThat(twoPackets[0]).isNotEqualTo(twoPackets[159]);
    assertThat(trace.playout().late()).isEqualTo(2);
    assertThat(trace.samplesKept(300)).isGreaterThanOrEqualTo(160);
  }

  @Test
  void keepsSilentWhatWasNobodysBusiness() {
    for (int i = 0; i < 20; i++) {
      trace.packet(i, i == 10 ? 20 * i + 120 : 20 * i);
    }

    trace.wholeFrom(0).interruptedAt(300).listen(600);

    assertThat(trace.playout().late()).isEqualTo(1);
    assertThat(trace.packetsKept()).doesNotContain(10).contains(9, 11);
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

  @ParameterizedTest
  @ValueSource(ints = {100, 300, 600, 1_000})
  void keepsWhatWasSaidWhileTheListenerStoodStill(int millis) {
    for (int i = 0; i < 400; i++) {
      trace.packet(i, 20 * i);
    }

    trace.wholeFrom(0).absent(1_000, 1_000 + millis).listen(8_400);

    assertThat(trace.packetsKept()).isEqualTo(numbers(0, 400));
    assertThat(trace.heardAtMs(399) - 20 * 399).isBetween(20.0, 250.0);
  }

  /** The machine stood still: the sender says quickly what it ought to have said before. */
  @ParameterizedTest
  @CsvSource({
    "100, 0, 0.1", "200, 0, 1", "300, 0, 1", "300, 30, 12", "400, 0, 0.1", "400, 30, 12",
    "400, 30, 17", "400, 30, 18", "400, 150, 12", "600, 0, 0.1", "600, 30, 1", "600, 150, 12",
    "600, 30, 17", "1000, 0, 0.1", "1000, 30, 1", "1000, 150, 12", "1000, 30, 17"
  })
  void keepsWhatWasSaidInABurstAfterBothStoodStill(
      int stillMs, int burstAfterMs, double burstPacketMs) {
    for (int i = 0; i < 400; i++) {
      double inBurstMs = 1_000 + stillMs + burstAfterMs + (i - 50) * burstPacketMs;
      trace.packet(i, i < 50 ? 20 * i : Math.max(20 * i, inBurstMs));
    }

    trace.wholeFrom(0).absent(1_000, 1_000 + stillMs).listen(8_400);

    assertThat(trace.packetsKept()).isEqualTo(numbers(0, 400));
    assertThat(trace.keptAtMs(399) - trace.keptAtMs(0)).isBetween(399 * 20 - 20, 399 * 20 + 220);
    assertThat(trace.heardAtMs(399) - 20 * 399).isBetween(20.0, 250.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 45, 145})
  void keepsWhatASenderSaysLateUntilItCatchesUp(int latePackets) {
    for (int i = 0; i < 400; i++) {
      trace.packet(i, i < 50 || i >= 50 + latePackets ? 20 * i : 20 * i + 400);
    }

    trace.wholeFrom(0).listen(8_400);

    assertThat(trace.packetsKept()).isEqualTo(numbers(0, 400));
    assertThat(trace.heardAtMs(399) - 20 * 399).isBetween(20.0, 100.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 300, 600, 1_000})
  void keepsABurstOfACodecWithMemoryInOrder(int stillMs) {
    for (int i = 0; i < 400; i++) {
      int sentMs = 20 * i;
      trace.packet(i, sentMs < 1_000 ? sentMs : Math.max(sentMs, 1_000 + stillMs + i / 10.0));
    }

    trace.inOrderOnly().wholeFrom(0).listen(8_400);

    assertThat(trace.packetsKept()).isEqualTo(numbers(0, 400));
  }

  @Test
  void decodesNothingOutOfOrderThatNeedsItsOrder() {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, i == 50 ? 20 * i + 130 : 20 * i);
    }

    trace.inOrderOnly().wholeFrom(0).listen(2_400);

    assertThat(trace.playout().late()).isEqualTo(1);
    assertThat(trace.packetsKept()).doesNotContain(50).contains(49, 51, 99);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
