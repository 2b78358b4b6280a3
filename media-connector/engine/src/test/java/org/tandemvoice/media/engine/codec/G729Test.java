package org.tandemvoice.media.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.engine.audio.Sine;

class G729Test {

  private final G729 codec = new G729();

  @Test
  void carriesAToneInTwentyBytesAFrame() {
    short[] tone = Sine.samples(440, 8_000, 100 * 160, 8_000);
    short[] heard = new short[tone.length];
    AudioEncoder encoder = codec.encoder();
    AudioDecoder decoder = codec.decoder();
    byte[] packet = new byte[32];
    short[] pcm = new short[160];

    for (int i = 0; i < 100; i++) {
      short[] frame = Arrays.copyOfRange(tone, i * 160, (i + 1) * 160);
      assertThat(encoder.encode(frame, 160, packet, 12)).isEqualTo(20);
      assertThat(decoder.decode(packet, 12, 20, pcm)).isEqualTo(160);
      System.arraycopy(pcm, 0, heard, i * 160, 160);
    }

    assertThat(Sine.signalToNoise(Arrays.copyOfRange(heard, 4_000, 16_000), 440, 8_000))
        .isGreaterThan(15);
    assertThat(Sine.amplitude(Arrays.copyOfRange(heard, 4_000, 16_000), 440, 8_000))
        .isBetween(6_500.0, 9_500.0);
  }

  @Test
  void ignoresASilenceFrameAndATooShortRest() {
    AudioDecoder decoder = codec.decoder();
    short[] pcm = new short[160];

    assertThat(decoder.decode(new byte[12], 0, 12, pcm)).isEqualTo(80);
    assertThat(decoder.decode(new byte[2], 0, 2, pcm)).isZero();
  }
}
