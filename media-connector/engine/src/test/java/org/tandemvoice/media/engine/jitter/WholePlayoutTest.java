package org.tandemvoice.media.engine.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.media.engine.jitter.Trace.numbers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded shall be whole, however late it comes. */
class WholePlayoutTest {

  private final Trace trace = new Trace();

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

  /** What it said first waited somewhere; from then on nothing waits any more. */
  @ParameterizedTest
  @CsvSource({
    "100, 0.1",
    "300, 0.1",
    "400, 0.1",
    "440, 1",
    "440, 5",
    "600, 0.1",
    "600, 10",
    "1000, 0.1",
    "1000, 12",
    "1100, 1"
  })
  void keepsAllThatIsSaidByASenderThatBeganLate(int lateMs, double burstPacketMs) {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, Math.max(20 * i, lateMs + i * burstPacketMs));
    }

    trace.wholeFrom(0).listen(2_000 + lateMs + 300);

    assertThat(trace.packetsHeard()).isEqualTo(numbers(0, 100));
    assertThat(trace.heardAtMs(99) - 20 * 99).isBetween(lateMs + 20.0, lateMs + 60.0);
  }

  @Test
  void hurriesAfterASenderThatBeganLateAsSoonAsItIsSilent() {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, Math.max(20 * i, 1_000));
    }
    trace.silent();
    for (int i = 100; i < 200; i++) {
      trace.packet(i, 20 * i);
    }
    trace.loud();
    for (int i = 200; i < 250; i++) {
      trace.packet(i, 20 * i);
    }

    trace.wholeFrom(0).listen(6_300);

    assertThat(trace.packetsHeard()).containsAll(numbers(0, 100)).containsAll(numbers(200, 250));
    assertThat(trace.heardAtMs(99) - 20 * 99).isBetween(1_020.0, 1_060.0);
    assertThat(trace.heardAtMs(249) - 20 * 249).isBetween(20.0, 440.0);
  }

  /** It went on with what came first after a stall, which was the latest of it, and then spared. */
  @ParameterizedTest
  @ValueSource(ints = {300, 400, 600, 1_000})
  void keepsAllFromThereOnWhereSoundIsSparedAfterAStall(int stillMs) {
    for (int i = 0; i < 200; i++) {
      trace.packet(i, i < 50 ? 20 * i : Math.max(20 * i, 1_000 + stillMs + 30 + (i - 50) * 1.5));
    }

    trace.absent(1_000, 1_000 + stillMs).wholeFrom(1_020 + stillMs).listen(5_400);

    assertThat(trace.packetsKept()).containsAll(numbers(50, 200));
  }

  @Test
  void startsAgainWhenTheClockOfOneThatIsSparedJumpsAhead() {
    for (int i = 0; i < 100; i++) {
      trace.packet(i, i, i * 160L + (i < 50 ? 0 : 100_000), 160, 20 * i);
    }

    trace.wholeFrom(0).listen(2_300);

    assertThat(trace.packetsHeard()).containsAll(numbers(0, 47)).containsAll(numbers(50, 100));
    assertThat(trace.heardAtMs(99) - 20 * 99).isBetween(20.0, 100.0);
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
}
