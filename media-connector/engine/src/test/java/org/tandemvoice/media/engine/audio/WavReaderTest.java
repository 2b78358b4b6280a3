package org.tandemvoice.media.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

  @Test
  void readsSixteenBits() throws Exception {
    Pcm pcm = WavReader.read(wav(1, 1, 8_000, 16, new byte[] {1, 0, -1, -1, 0, -128, -1, 127}));

    assertThat(pcm.sampleRateHz()).isEqualTo(8_000);
    assertThat(pcm.samples()).containsExactly(1, -1, -32_768, 32_767);
  }

  @Test
  void readsEightBits() throws Exception {
    assertThat(
            WavReader.read(wav(1, 1, 8_000, 8, new byte[] {(byte) 128, 0, (byte) 255})).samples())
        .containsExactly(0, -32_768, 32_512);
  }

  @Test
  void readsTwentyFourAndThirtyTwoBits() throws Exception {
    assertThat(WavReader.read(wav(1, 1, 8_000, 24, new byte[] {9, 1, 2})).samples())
        .containsExactly(0x0201);
    assertThat(WavReader.read(wav(1, 1, 8_000, 32, new byte[] {9, 9, 1, 2})).samples())
        .containsExactly(0x0201);
  }

  @Test
  void mixesStereo() throws Exception {
    assertThat(
            WavReader.read(wav(1, 2, 44_100, 16, new byte[] {100, 0, 50, 0, 2, 0, -4, -1}))
                .samples())
        .containsExactly(75, -1);
  }

  @Test
  void readsBothLaws() throws Exception {
    assertThat(
            WavReader.read(wav(7, 1, 8_000, 8, new byte[] {0, (byte) 0x80, (byte) 0xFF})).samples())
        .containsExactly(-32_124, 32_124, 0);
    assertThat(WavReader.read(wav(6, 1, 8_000, 8, new byte[] {0x2A, (byte) 0xAA})).samples())
        .containsExactly(-32_256, 32_256);
  }

  @Test
  void passesOverOtherChunks() throws Exception {
    byte[] plain = wav(1, 1, 8_000, 16, new byte[] {7, 0});
    byte[] list = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0};
    byte[] file = new byte[plain.length + list.length];
    System.arraycopy(plain, 0, file, 0, 12);
    System.arraycopy(list, 0, file, 12, list.length);
    System.arraycopy(plain, 12, file, 12 + list.length, plain.length - 12);

    assertThat(WavReader.read(file).samples()).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_000})
  void takesWhatIsThereWhenTheLengthIsAStreams(int length) throws Exception {
    byte[] file = wav(1, 1, 8_000, 16, new byte[] {7, 0, 8, 0});
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, length);

    assertThat(WavReader.read(file).samples()).containsExactly(7, 8);
  }

  @Test
  void saysWhatIsWrong() {
    assertWrong("ID3 not a wav file".getBytes(StandardCharsets.US_ASCII), "not a WAV");
    assertWrong(new byte[0], "not a WAV");
    assertWrong(wav(85, 1, 8_000, 16, new byte[2]), "encoding 85");
    assertWrong(wav(1, 1, 8_000, 12, new byte[2]), "12 bits");
    assertWrong(wav(1, 1, 100, 16, new byte[2]), "100 Hz");
    assertWrong(wav(1, 0, 8_000, 16, new byte[2]), "0 channels");
    assertWrong(Arrays.copyOf(wav(1, 1, 8_000, 16, new byte[2]), 36), "no sound");
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(11);
    byte[] good = wav(1, 2, 8_000, 16, new byte[40]);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] file = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int edits = random.nextInt(4); edits > 0 && file.length > 0; edits--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      try {
        WavReader.read(file);
        read++;
      } catch (AudioFormatException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isBetween(1_000, 49_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 6_000})
  void resamplingKeepsATone(int rate) {
    short[] at8k = new Pcm(rate, tone(rate, 1_000, rate)).atEngineRate().samples();

    assertThat(at8k.length).isCloseTo(8_000, within(1));
    assertThat(amplitude(Arrays.copyOfRange(at8k, 400, 7_600), 1_000))
        .isCloseTo(10_000, within(200.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 44_100, 48_000})
  void resamplingFoldsNothingIntoTheSpeechBand(int rate) {
    short[] at8k = new Pcm(rate, tone(rate, 5_000, rate)).atEngineRate().samples();

    assertThat(amplitude(Arrays.copyOfRange(at8k, 400, 7_600), 3_000)).isLessThan(20);
  }

  private static void assertWrong(byte[] file, String part) {
    assertThatThrownBy(() -> WavReader.read(file))
        .isInstanceOf(AudioFormatException.class)
        .hasMessageContaining(part);
  }

  private static byte[] wav(int encoding, int channels, int rate, int bits, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) encoding).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8)
        .putShort((short) (channels * bits / 8))
        .putShort((short) bits);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    return out.array();
  }

  private static short[] tone(int rate, double hz, int count) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return samples;
  }

  private static double amplitude(short[] samples, double hz) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < samples.length; i++) {
      real += samples[i] * Math.cos(2 * Math.PI * hz * i / 8000);
      imaginary += samples[i] * Math.sin(2 * Math.PI * hz * i / 8000);
    }
    return 2 * Math.hypot(real, imaginary) / samples.length;
  }
}
