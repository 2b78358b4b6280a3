package org.tandemvoice.media.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateConverterTest {

  @ParameterizedTest
  @CsvSource({
    "8000,16000",
    "8000,48000",
    "16000,48000",
    "16000,8000",
    "48000,8000",
    "48000,16000",
    "16000,44100",
    "48000,44100",
    "8000,24000"
  })
  void keepsAToneAndAddsNothing(int from, int to) {
    short[] out = convert(Sine.samples(1000, 12_000, from, from), from, to);

    short[] settled = Arrays.copyOfRange(out, to / 10, out.length);
    assertThat(Sine.signalToNoise(settled, 1000, to)).isGreaterThan(50);
    assertThat(Sine.amplitude(settled, 1000, to)).isBetween(11_500.0, 12_500.0);
  }

  @ParameterizedTest
  @CsvSource({"8000,48000,960", "48000,8000,160", "16000,48000,960", "16000,44100,882"})
  void givesAFrameForAFrame(int from, int to, int samples) {
    RateConverter converter = new RateConverter(from, to, from / 50);
    short[] out = new short[samples + 2];

    for (int i = 0; i < 20; i++) {
      assertThat(converter.convert(new short[from / 50], from / 50, out)).isEqualTo(samples);
    }
  }

  @Test
  void leavesOutWhatTheLowerRateCannotCarry() {
    short[] out = convert(Sine.samples(5_000, 12_000, 48_000, 48_000), 48_000, 8_000);

    assertThat(Sine.amplitude(Arrays.copyOfRange(out, 800, out.length), 3_000, 8_000))
        .isLessThan(20);
  }

  private static short[] convert(short[] in, int from, int to) {
    int frame = from / 50;
    RateConverter converter = new RateConverter(from, to, frame);
    short[] out = new short[(int) ((long) in.length * to / from) + 2];
    short[] piece = new short[to / 50 + 2];
    int at = 0;
    for (int i = 0; i + frame <= in.length; i += frame) {
      int count = converter.convert(Arrays.copyOfRange(in, i, i + frame), frame, piece);
      System.arraycopy(piece, 0, out, at, count);
      at += count;
    }
    return Arrays.copyOf(out, at);
  }
}
