package org.tandemvoice.media.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.RecordingSpec.Channels;
import org.tandemvoice.media.RecordingSpec.Direction;
import org.tandemvoice.media.RecordingSpec.Format;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.audio.SoundReader;

class RecorderTest implements RecordingListener {

  private record End(UUID recordingId, Path file, Duration duration, String reason) {}

  private final UUID session = UUID.randomUUID();
  private final UUID id = UUID.randomUUID();
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @TempDir private Path folder;
  private Recorder recorder;

  @BeforeEach
  void start() {
    recorder = new Recorder(folder.resolve("recordings"), threads, this);
    threads.execute(recorder);
  }

  @AfterEach
  void stop() {
    recorder.stop();
    threads.shutdown();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void keepsTheSidesApartInStereo(Format format) throws Exception {
    RecordingTap tap = begin(spec(Direction.BOTH, format, Channels.STEREO, 8_000));

    talk(tap, 100, 8_000);
    tap.end();

    End end = end();
    assertThat(end.file()).exists().hasFileName(id + "." + format.name().toLowerCase());
    assertThat(end.duration()).isEqualTo(Duration.ofSeconds(2));
    double[] seen = measure(end.file());
    assertThat(seen[0]).as("seconds").isCloseTo(2, within(0.001));
    assertThat(seen[1]).as("left 440").isGreaterThan(6_000);
    assertThat(seen[2]).as("left 1000").isLessThan(600);
    assertThat(seen[3]).as("right 440").isLessThan(600);
    assertThat(seen[4]).as("right 1000").isGreaterThan(6_000);
    assertThat(names())
        .containsOnly(id + ".wav", id + "." + format.name().toLowerCase(Locale.ROOT));
    recorder.files().remove(id);
    assertThat(names()).isEmpty();
  }

  @Test
  void isExactToTheFrameAtAnotherRate() throws Exception {
    RecordingTap tap = begin(spec(Direction.BOTH, Format.WAV, Channels.MIXED, 16_000));

    talk(tap, 77, 8_000);
    tap.end();

    short[] heard = SoundReader.read(Files.readAllBytes(end().file())).samples();
    assertThat(heard).hasSize(77 * 320);
    short[] settled = Arrays.copyOfRange(heard, 1_600, 16_000);
    assertThat(Sine.amplitude(settled, 440, 16_000)).isBetween(7_500.0, 8_500.0);
    assertThat(Sine.amplitude(settled, 1_000, 16_000)).isBetween(7_500.0, 8_500.0);
  }

  @Test
  void followsAPartyThatChangesItsRate() throws Exception {
    RecordingTap tap = begin(spec(Direction.IN, Format.WAV, Channels.MIXED, 8_000));

    talk(tap, 50, 8_000);
    talk(tap, 50, 48_000);
    tap.end();

    short[] heard = SoundReader.read(Files.readAllBytes(end().file())).samples();
    assertThat(heard).hasSize(16_000);
    assertThat(Sine.amplitude(Arrays.copyOfRange(heard, 9_000, 15_400), 440, 8_000))
        .isBetween(7_500.0, 8_500.0);
    assertThat(Sine.amplitude(Arrays.copyOfRange(heard, 9_000, 15_400), 1_000, 8_000))
        .isLessThan(50);
  }

  @Test
  void endsByItselfAtItsLongest() throws Exception {
    RecordingTap tap =
        begin(
            new RecordingSpec(
                Direction.IN,
                Format.WAV,
                Channels.MIXED,
                8_000,
                Duration.ofSeconds(1),
                Duration.ZERO));

    talk(tap, 120, 8_000);

    assertThat(end().duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(tap.isEnded()).isTrue();
  }

  @Test
  void endsByItselfAfterSilence() throws Exception {
    RecordingTap tap =
        begin(
            new RecordingSpec(
                Direction.IN,
                Format.WAV,
                Channels.MIXED,
                8_000,
                Duration.ZERO,
                Duration.ofMillis(600)));

    talk(tap, 50, 8_000);
    for (int i = 0; i < 100; i++) {
      tap.frame(new short[160], new short[160], 160);
    }

    assertThat(end().duration()).isBetween(Duration.ofMillis(1_600), Duration.ofMillis(1_700));
  }

  @Test
  void hasNoFileNameBeforeItIsWhole() throws Exception {
    RecordingTap tap = begin(spec(Direction.IN, Format.WAV, Channels.MIXED, 8_000));
    talk(tap, 50, 8_000);

    await(() -> Files.exists(folder.resolve("recordings")) && !names().isEmpty());
    assertThat(names()).containsExactly(id + ".wav.part");

    tap.end();
    end();
    assertThat(names()).containsExactly(id + ".wav");
  }

  @Test
  void isEmptyButWholeIfNothingWasHeard() throws Exception {
    begin(spec(Direction.IN, Format.OGG, Channels.MIXED, 8_000)).end();

    End end = end();
    assertThat(end.duration()).isZero();
    assertThat(end.file()).exists();
  }

  @Test
  void saysThatItFailed() throws Exception {
    Files.writeString(folder.resolve("recordings"), "no folder");

    RecordingTap tap = begin(spec(Direction.IN, Format.WAV, Channels.MIXED, 8_000));

    assertThat(end().reason()).startsWith("The recording could not be written: ");
    assertThat(tap.isEnded()).isTrue();
  }

  @Test
  void keepsWhatWasRecordedWhenItIsStopped() throws Exception {
    RecordingTap tap = begin(spec(Direction.IN, Format.MP3, Channels.MIXED, 8_000));
    talk(tap, 50, 8_000);

    recorder.stop();
    await(() -> names().equals(List.of(id + ".wav")));

    Recorder next = new Recorder(folder.resolve("recordings"), threads, this);
    assertThat(next.files().ids()).containsExactly(id);
    assertThat(next.resume(session, id, spec(Direction.IN, Format.MP3, Channels.MIXED, 8_000)))
        .isTrue();
    End end = end();
    assertThat(end.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(end.file()).exists().hasFileName(id + ".mp3");
  }

  @Test
  void removesWhatAFormerProcessHasNotCompleted() throws Exception {
    Path part = Files.createDirectories(folder.resolve("recordings")).resolve(id + ".wav.part");
    Files.write(part, new byte[1_000]);

    assertThat(recorder.resume(session, id, spec(Direction.IN, Format.WAV, Channels.MIXED, 8_000)))
        .isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  void fillsInWhatItCouldNotTakeInTime() throws Exception {
    RecordingTap tap = new RecordingTap(id, 8_000, 10);
    int offered = 400;
    for (int i = 0; i < offered; i++) {
      tap.frame(new short[160], new short[160], 160);
    }
    assertThat(tap.missed()).isPositive();
    tap.end();

    List<Integer> frames = new ArrayList<>();
    tap.drain((said, heard, samples) -> frames.add(samples));

    assertThat(frames.size() + tap.missed()).isEqualTo(offered);
  }

  /** From the last quarter of a frame to the middle of the one after the next. */
  @ParameterizedTest
  @ValueSource(ints = {5 * 160 + 40, 63 * 160 + 40})
  void takesWhatCameLateIntoItsPlace(int ago) throws Exception {
    RecordingTap tap = begin(spec(Direction.BOTH, Format.WAV, Channels.STEREO, 8_000));
    short[] expected = filled(3_000 * 160, 100);
    for (int i = 0; i < 3_000; i++) {
      tap.frame(filled(160, 100), new short[160], 160);
      int at = (i + 1) * 160 - ago;
      if (i % 50 == 49 && at >= 0) {
        await(tap::isDrained);
        tap.mend(ago, filled(240, i), 240);
        Arrays.fill(expected, at, at + 240, (short) i);
      }
    }
    tap.mend(65 * 160, filled(160, -1), 160);
    tap.end();

    assertThat(StereoReader.read(Files.readAllBytes(end().file())).left()).isEqualTo(expected);
  }

  private static short[] filled(int samples, int value) {
    short[] filled = new short[samples];
    Arrays.fill(filled, (short) value);
    return filled;
  }

  @Override
  public void recordingFinished(UUID sessionId, UUID recordingId, Path file, Duration duration) {
    ends.add(new End(recordingId, file, duration, ""));
  }

  @Override
  public void recordingFailed(UUID sessionId, UUID recordingId, String reason) {
    ends.add(new End(recordingId, folder, Duration.ZERO, reason));
  }

  private RecordingTap begin(RecordingSpec spec) {
    return recorder.start(session, id, spec, 8_000);
  }

  private End end() throws InterruptedException {
    End end = ends.poll(10, TimeUnit.SECONDS);
    assertThat(end).isNotNull();
    assertThat(end.recordingId()).isEqualTo(id);
    return end;
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder.resolve("recordings"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static RecordingSpec spec(
      Direction direction, Format format, Channels channels, int rate) {
    return new RecordingSpec(direction, format, channels, rate, Duration.ZERO, Duration.ZERO);
  }

  private static void talk(RecordingTap tap, int frames, int rate) {
    int samples = rate / 50;
    short[] said = Sine.samples(440, 8_000, frames * samples, rate);
    short[] heard = Sine.samples(1_000, 8_000, frames * samples, rate);
    for (int i = 0; i < frames; i++) {
      tap.frame(
          Arrays.copyOfRange(said, i * samples, (i + 1) * samples),
          Arrays.copyOfRange(heard, i * samples, (i + 1) * samples),
          samples);
      if (i % 20 == 19) {
        // The recorder is faster than a call, but not than a loop.
        await(tap::isDrained);
      }
    }
  }

  /** Seconds, then 440 and 1000 Hz on the left and on the right. */
  private static double[] measure(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    StereoReader.Sound sound = StereoReader.read(bytes);
    int rate = sound.rateHz();
    double[] seen = new double[5];
    Pcm whole = SoundReader.read(bytes);
    seen[0] = (double) whole.samples().length / whole.sampleRateHz();
    short[] left = Arrays.copyOfRange(sound.left(), rate / 2, rate * 3 / 2);
    short[] right = Arrays.copyOfRange(sound.right(), rate / 2, rate * 3 / 2);
    seen[1] = Sine.amplitude(left, 440, rate);
    seen[2] = Sine.amplitude(left, 1_000, rate);
    seen[3] = Sine.amplitude(right, 440, rate);
    seen[4] = Sine.amplitude(right, 1_000, rate);
    return seen;
  }
}
