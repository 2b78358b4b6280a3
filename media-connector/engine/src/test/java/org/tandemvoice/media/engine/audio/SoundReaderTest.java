package org.tandemvoice.media.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SoundReaderTest {

  @Test
  void readsVorbisToTheSample() throws Exception {
    Pcm heard = SoundReader.read(vorbis());

    assertThat(heard.sampleRateHz()).isEqualTo(16_000);
    assertThat(heard.samples()).hasSize(12_800);
    assertThat(Sine.signalToNoise(Arrays.copyOfRange(heard.samples(), 2_000, 10_000), 440, 16_000))
        .isGreaterThan(20);
  }

  @Test
  void comesToAnEndWithAnyDamage() throws IOException {
    byte[] whole = vorbis();
    Random random = new Random(5);

    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int hit = random.nextInt(20); hit >= 0; hit--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> tryToRead(damaged));
    }
  }

  private static void tryToRead(byte[] damaged) {
    try {
      assertThat(SoundReader.read(damaged).samples()).isNotNull();
    } catch (AudioFormatException e) {
      assertThat(e).hasMessageNotContaining("Exception");
    }
  }

  private static byte[] vorbis() throws IOException {
    try (InputStream in = SoundReaderTest.class.getResourceAsStream("tone.ogg")) {
      return in.readAllBytes();
    }
  }
}
