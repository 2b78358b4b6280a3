package org.tandemvoice.media.engine.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchSpliceTest {

  @ParameterizedTest
  @ValueSource(doubles = {110, 150, 200, 440})
  void keepsTheShapeOfAVoice(double hz) {
    short[] pcm = new short[400];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) (8_000 * Math.sin(2 * Math.PI * hz * i / 8_000));
    }
    int last = pcm[159];
    int steepest = (int) (8_000 * 2 * Math.PI * hz / 8_000);

    int left = PitchSplice.shorten(pcm, 160);

    assertThat(left).isBetween(60, 120);
    assertThat(Math.abs(pcm[left - 1] - last)).isLessThan(steepest);
    for (int i = 1; i < left; i++) {
      assertThat(Math.abs(pcm[i] - pcm[i - 1])).isLessThan(steepest * 5 / 4);
    }
    assertThat(rms(pcm, left)).isBetween(4_500.0, 6_500.0);
  }

  @Test
  void leavesAShortPacketAsItIs() {
    short[] pcm = {1, 2, 3};

    assertThat(PitchSplice.shorten(pcm, 3)).isEqualTo(3);
    assertThat(pcm).containsExactly(1, 2, 3);
  }

  private static double rms(short[] pcm, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) pcm[i] * pcm[i];
    }
    return Math.sqrt(sum / count);
  }
}
