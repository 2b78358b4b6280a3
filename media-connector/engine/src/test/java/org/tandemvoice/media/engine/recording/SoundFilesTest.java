package org.tandemvoice.media.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.audio.SoundReader;

class SoundFilesTest {

  private static final double SECONDS = 2.34;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"8000,1", "16000,2", "48000,1"})
  void aWavFileHasExactSizes(int rate, int channels) throws Exception {
    Path path = folder.resolve("a.wav");

    write(new WavFile(path, channels, rate), rate, channels);

    ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int data = (int) (SECONDS * rate) * channels * 2;
    assertThat(Files.size(path)).isEqualTo(44L + data);
    assertThat(header.getInt(4)).isEqualTo(36 + data);
    assertThat(header.getInt(40)).isEqualTo(data);
    assertThat(header.getShort(22)).isEqualTo((short) channels);
    assertThat(tone(path, rate)).isGreaterThan(50);
  }

  @Test
  void aWavFileWhoseWriterDiedIsReadableUpToItsLastUpdate() throws Exception {
    Path path = folder.resolve("a.wav");
    short[] tone = Sine.samples(440, 8_000, 40 * 16_000, 16_000);

    try (WavFile file = new WavFile(path, 1, 16_000)) {
      file.write(tone, 0, tone.length);
      file.write(tone, 0, 100);
    }

    assertThat(SoundReader.read(Files.readAllBytes(path)).samples())
        .hasSizeBetween(tone.length, tone.length + 100);
  }

  @ParameterizedTest
  @CsvSource({"8000,1", "8000,2", "16000,1", "16000,2", "24000,1", "32000,1", "44100,2", "48000,1"})
  void anMp3FileHoldsTheToneAndTheLength(int rate, int channels) throws Exception {
    Path path = folder.resolve("a.mp3");

    write(new Mp3File(path, channels, rate), rate, channels);

    Pcm heard = SoundReader.read(Files.readAllBytes(path));
    assertThat(heard.sampleRateHz()).isEqualTo(rate);
    assertThat(heard.samples()).hasSize((int) (SECONDS * rate));
    assertThat(tone(path, rate)).isGreaterThan(15);
  }

  @ParameterizedTest
  @CsvSource({"8000,1", "8000,2", "16000,1", "16000,2", "24000,2", "44100,1", "48000,1", "48000,2"})
  void theSoundOfAnMp3FileBeginsWhereItBegan(int rate, int channels) throws Exception {
    Path path = folder.resolve("a.mp3");
    int quiet = rate / 2;
    short[] samples = new short[rate];
    System.arraycopy(Sine.samples(300, 12_000, quiet, rate), 0, samples, quiet, quiet);

    short[] interleaved = new short[rate * channels];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = samples[i / channels];
    }

    try (SoundFile file = new Mp3File(path, channels, rate)) {
      file.write(interleaved, 0, interleaved.length);
      file.finish();
    }

    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
        .startsWith("ID3")
        .contains("TLEN\0\0\0\5\0\0\0001000\0")
        .contains("Info");
    short[] heard = SoundReader.read(Files.readAllBytes(path)).samples();
    int begins = 0;
    while (Math.abs(heard[begins]) < 3_000) {
      begins++;
    }
    assertThat(begins).isCloseTo(quiet, within(rate / 1_000 + 2));
  }

  @ParameterizedTest
  @CsvSource({"8000,1", "8000,2", "16000,1", "16000,2", "24000,1", "48000,2"})
  void anOggFileHoldsTheToneAndTheExactLength(int rate, int channels) throws Exception {
    Path path = folder.resolve("a.ogg");

    write(new OggOpusFile(path, channels, rate), rate, channels);

    Pcm heard = SoundReader.read(Files.readAllBytes(path));
    assertThat(seconds(heard)).isCloseTo(SECONDS, within(0.0005));
    assertThat(tone(path, 48_000)).isGreaterThan(15);
  }

  @Test
  void anOggFileSpendsLittleOnPages() throws Exception {
    Path path = folder.resolve("a.ogg");

    write(new OggOpusFile(path, 1, 8_000), 8_000, 1);

    assertThat(pages(Files.readAllBytes(path))).isBetween(4, 6);
  }

  @Test
  void refusesWhatIsNoSound() {
    assertThatThrownBy(() -> SoundReader.read("hello, hello, hello".getBytes()))
        .isInstanceOf(AudioFormatException.class);
    assertThatThrownBy(() -> SoundReader.read("OggS and then nothing of use".getBytes()))
        .isInstanceOf(AudioFormatException.class);
    assertThatThrownBy(() -> SoundReader.read("ID3 and then nothing of use".getBytes()))
        .isInstanceOf(AudioFormatException.class);
  }

  private static void write(SoundFile file, int rate, int channels) throws IOException {
    short[] tone = Sine.samples(440, 8_000, (int) (SECONDS * rate), rate);
    short[] interleaved = new short[tone.length * channels];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = tone[i / channels];
    }
    int piece = 882 * channels;
    try (file) {
      for (int at = 0; at < interleaved.length; at += piece) {
        file.write(interleaved, at, Math.min(piece, interleaved.length - at));
      }
      file.finish();
    }
  }

  private static double tone(Path path, int rate) throws Exception {
    short[] samples = SoundReader.read(Files.readAllBytes(path)).samples();
    return Sine.signalToNoise(Arrays.copyOfRange(samples, rate / 2, 2 * rate), 440, rate);
  }

  private static double seconds(Pcm sound) {
    return (double) sound.samples().length / sound.sampleRateHz();
  }

  private static int pages(byte[] file) {
    int pages = 0;
    for (int i = 0; i + 4 <= file.length; i++) {
      if (file[i] == 'O' && file[i + 1] == 'g' && file[i + 2] == 'g' && file[i + 3] == 'S') {
        pages++;
      }
    }
    return pages;
  }
}
