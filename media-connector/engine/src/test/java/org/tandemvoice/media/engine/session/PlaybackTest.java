package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaEvent.PlaybackFailed;
import org.tandemvoice.media.MediaEvent.PlaybackFinished;
import org.tandemvoice.media.MediaPacket;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.Prompt;

class PlaybackTest {

  private static final int PARTIES = 12;
  private static final int PACKETS = 60;

  @TempDir private Path folder;
  private EngineRig rig;
  private Phone phone;
  private MediaSession session;

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder);
    phone = new Phone();
    session = rig.engine().open(UUID.randomUUID());
    phone.connect(session.answer(phone.offer()));
    tone("media-1000.wav", 1_000, 16_000, 16_000);
    tone("media-500.wav", 500, 8_000, 4_000);
  }

  @AfterEach
  void stop() {
    phone.close();
    rig.close();
  }

  @Test
  void playsFilesOneAfterAnother() {
    UUID id = UUID.randomUUID();

    session.play(id, files("file:media-1000.wav", "file:media-500.wav"));

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events()).containsExactly(new PlaybackFinished(session.id(), id));
    short[] heard = sounding(phone.heard());
    assertThat(heard.length / 8).as("milliseconds").isBetween(1_440, 1_520);
    assertThat(Tone.typicalAmplitude(Arrays.copyOf(heard, 7_000), 1_000))
        .isBetween(9_000.0, 11_000.0);
    assertThat(Tone.typicalAmplitude(Arrays.copyOfRange(heard, 8_400, 11_400), 500))
        .isBetween(9_000.0, 11_000.0);
  }

  @Test
  void theFirstPromptOfAPartyAloneDoesNotWaitForItsTurn() throws Exception {
    int hastened = 0;
    for (int i = 0; i < PARTIES; i++) {
      try (Phone other = new Phone()) {
        MediaSession alone = rig.engine().open(UUID.randomUUID());
        other.connect(alone.answer(other.offer()));
        alone.capture(PACKETS, PACKETS * 200);
        assertThat(EngineRig.await(() -> other.heard().length > 800)).isTrue();

        alone.play(UUID.randomUUID(), new Prompt.Tone(1_000, Duration.ofMillis(60)));
        alone.play(UUID.randomUUID(), new Prompt.Tone(500, Duration.ofMillis(60)));

        int played = 2 * (i + 1);
        assertThat(EngineRig.await(() -> rig.events().size() == played)).isTrue();
        List<Duration> early = early(intervals(alone));
        alone.close();
        assertThat(early).hasSizeLessThanOrEqualTo(1);
        hastened += early.size();
      }
    }
    // Each prompt comes at any time between two packets.
    assertThat(hastened).isGreaterThan(PARTIES / 4);
  }

  @Test
  void endsEachPromptInTurnAndGoesOnAfterAFailure() {
    UUID first = UUID.randomUUID();
    UUID missing = UUID.randomUUID();
    UUID korean = UUID.randomUUID();
    UUID pause = UUID.randomUUID();
    UUID last = UUID.randomUUID();

    session.play(first, files("file:media-500.wav"));
    session.play(missing, files("file:nothing.wav"));
    session.play(korean, new Prompt.Speech("Annyeong", "tlh", "", ""));
    session.play(pause, new Prompt.Silence(Duration.ofMillis(300)));
    session.play(last, files("file:media-500.wav"));

    assertThat(EngineRig.await(() -> rig.events().size() == 5)).isTrue();
    assertThat(rig.events())
        .containsExactly(
            new PlaybackFinished(session.id(), first),
            new PlaybackFailed(
                session.id(), missing, "There is no file nothing.wav in the media folder"),
            new PlaybackFailed(
                session.id(), korean, "No voice of this server speaks the language 'tlh'"),
            new PlaybackFinished(session.id(), pause),
            new PlaybackFinished(session.id(), last));
  }

  @Test
  void stoppingEndsAllThatWasQueued() {
    List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    ids.forEach(id -> session.play(id, files("file:media-1000.wav")));
    assertThat(EngineRig.await(() -> Tone.rms(phone.heard()) > 100)).isTrue();

    session.stopPlaying();

    assertThat(EngineRig.await(() -> rig.events().size() == 3)).isTrue();
    assertThat(rig.events())
        .containsExactlyElementsOf(
            ids.stream().<MediaEvent>map(id -> new PlaybackFinished(session.id(), id)).toList());
    assertThat(EngineRig.await(() -> silentAtTheEnd(phone.heard()))).isTrue();
  }

  @Test
  void aFileThatIsNoSoundSaysSo() throws Exception {
    Files.writeString(folder.resolve("text.wav"), "this is not a sound");
    UUID id = UUID.randomUUID();

    session.play(id, files("file:text.wav"));

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events())
        .containsExactly(
            new PlaybackFailed(
                session.id(),
                id,
                "The file file:text.wav cannot be played: It is neither a WAV, an MP3 nor an Ogg"
                    + " file"));
  }

  @Test
  void anEmptyPromptIsOverAtOnce() {
    UUID id = UUID.randomUUID();

    session.play(id, new Prompt.Files(List.of()));
    session.play(id, new Prompt.Silence(Duration.ZERO));
    session.play(id, new Prompt.Speech("", "en-US", "", ""));

    assertThat(EngineRig.await(() -> rig.events().size() == 3)).isTrue();
    assertThat(rig.events()).containsOnly(new PlaybackFinished(session.id(), id));
  }

  @Test
  void promptTakesTheBridgesPlaceAndGivesItBack() throws Exception {
    try (Phone other = new Phone()) {
      MediaSession otherSession = rig.engine().open(UUID.randomUUID());
      other.connect(otherSession.answer(other.offer()));
      session.bridge(otherSession.id());
      session.play(UUID.randomUUID(), files("file:media-500.wav"));

      other.sayTone(60, 1_500);

      short[] heard = phone.heard();
      assertThat(Tone.amplitude(heard, 500)).isGreaterThan(2_000);
      assertThat(
              Tone.typicalAmplitude(
                  Arrays.copyOfRange(heard, heard.length - 2_400, heard.length - 400), 1_500))
          .isBetween(7_000.0, 9_000.0);
      assertThat(Tone.rms(other.heard())).isLessThan(50);
    }
  }

  /**
   * Short intervals that do not just make up for a long one. The first packet has none before it.
   */
  private static List<Duration> early(List<Duration> intervals) {
    return IntStream.range(1, intervals.size())
        .filter(i -> intervals.get(i).toMillis() < 15)
        .filter(i -> intervals.get(i - 1).plus(intervals.get(i)).toMillis() < 36)
        .mapToObj(intervals::get)
        .toList();
  }

  /** Between the packets that were sent. */
  private static List<Duration> intervals(MediaSession session) {
    List<Instant> times =
        session.captured().stream().filter(MediaPacket::sent).map(MediaPacket::at).toList();
    return IntStream.range(1, times.size())
        .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
        .toList();
  }

  private static Prompt.Files files(String... uris) {
    return new Prompt.Files(Arrays.stream(uris).map(URI::create).toList());
  }

  private void tone(String name, double hz, int rate, int count) throws Exception {
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * count);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(2 * rate)
        .putShort((short) 2)
        .putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * count);
    for (int i = 0; i < count; i++) {
      out.putShort((short) (10_000 * Math.sin(2 * Math.PI * hz * i / rate)));
    }
    Files.write(folder.resolve(name), out.array());
  }

  private static short[] sounding(short[] heard) {
    int from = 0;
    while (from < heard.length && Math.abs(heard[from]) < 100) {
      from++;
    }
    int to = heard.length;
    while (to > from && Math.abs(heard[to - 1]) < 100) {
      to--;
    }
    return Arrays.copyOfRange(heard, from, to);
  }

  private static boolean silentAtTheEnd(short[] heard) {
    return heard.length > 800
        && Tone.rms(Arrays.copyOfRange(heard, heard.length - 320, heard.length)) < 20;
  }
}
