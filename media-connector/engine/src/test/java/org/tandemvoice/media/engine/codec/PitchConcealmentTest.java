package org.tandemvoice.media.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PitchConcealmentTest {

  private static final int FRAME = 160;

  private final PitchConcealment concealment = new PitchConcealment();

  @Test
  void continuesATone() {
    short[] tone = voice(5 * FRAME);
    concealment.good(Arrays.copyOfRange(tone, 0, 4 * FRAME), 4 * FRAME);
    short[] made = new short[80];

    concealment.conceal(made, 80);

    double error = 0;
    double energy = 0;
    for (int i = 0; i < 80; i++) {
      double difference = made[i] - tone[4 * FRAME + i];
      error += difference * difference;
      energy += (double) tone[4 * FRAME + i] * tone[4 * FRAME + i];
    }
    assertThat(10 * Math.log10(energy / error)).as("SNR in dB").isGreaterThan(12);
  }

  @Test
  void makesNoJumpWhereTheGapBegins() {
    short[] tone = voice(4 * FRAME);
    concealment.good(tone, 4 * FRAME);
    short[] made = new short[FRAME];

    concealment.conceal(made, FRAME);

    assertThat(Math.abs(made[0] - tone[4 * FRAME - 1])).isLessThan(steepest(tone) * 3 / 2);
    assertThat(steepest(made)).isLessThan(steepest(tone) * 3 / 2);
  }

  @Test
  void fadesToSilenceInSixtyMilliseconds() {
    concealment.good(voice(4 * FRAME), 4 * FRAME);
    short[] first = new short[FRAME];
    short[] third = new short[FRAME];
    short[] fourth = new short[FRAME];

    concealment.conceal(first, FRAME);
    concealment.conceal(new short[FRAME], FRAME);
    concealment.conceal(third, FRAME);
    concealment.conceal(fourth, FRAME);

    assertThat(rms(first)).isGreaterThan(3_000);
    assertThat(rms(third)).isBetween(1.0, rms(first) / 2);
    assertThat(fourth).containsOnly(0);
  }

  @Test
  void blendsIntoTheSoundThatComesBack() {
    concealment.good(voice(4 * FRAME), 4 * FRAME);
    short[] made = new short[FRAME];
    concealment.conceal(made, FRAME);
    short[] back = new short[FRAME];
    Arrays.fill(back, (short) 9_000);

    concealment.good(back, FRAME);

    assertThat(Math.abs(back[0] - made[FRAME - 1])).isLessThan(5_000);
    assertThat(back[32]).isEqualTo((short) 9_000);
  }

  @Test
  void makesSilenceOfNothing() {
    short[] made = new short[FRAME];

    concealment.conceal(made, FRAME);

    assertThat(made).containsOnly(0);
  }

  /** A voice-like sound: 125 Hz with two harmonics. */
  private static short[] voice(int samples) {
    short[] pcm = new short[samples];
    for (int i = 0; i < samples; i++) {
      double t = 2 * Math.PI * 125 * i / 8000;
      pcm[i] =
          (short) (4_000 * Math.sin(t) + 2_500 * Math.sin(2 * t + 1) + 1_500 * Math.sin(3 * t));
    }
    return pcm;
  }

  private static int steepest(short[] pcm) {
    int steepest = 0;
    for (int i = 1; i < pcm.length; i++) {
      steepest = Math.max(steepest, Math.abs(pcm[i] - pcm[i - 1]));
    }
    return steepest;
  }

  private static double rms(short[] pcm) {
    double sum = 0;
    for (short sample : pcm) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / pcm.length);
  }
}
