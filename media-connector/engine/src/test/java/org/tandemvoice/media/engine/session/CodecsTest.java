package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.G722;
import org.tandemvoice.media.engine.codec.G729;
import org.tandemvoice.media.engine.codec.Opus;
import org.tandemvoice.media.engine.codec.Pcma;
import org.tandemvoice.media.engine.codec.Pcmu;

/** Parties of different codecs hear each other, at the rate of each. */
class CodecsTest {

  private static final int FRAMES = 90;

  @TempDir private Path folder;
  private EngineRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  static Stream<Arguments> pairs() {
    AudioCodec[] codecs = {new Opus(), new G722(), new G729(), new Pcma()};
    return Stream.concat(
        Stream.of(codecs).map(c -> Arguments.of(c, new Pcmu())),
        Stream.of(
            Arguments.of(new Opus(), new G722()),
            Arguments.of(new Opus(), new Opus()),
            Arguments.of(new G722(), new G722()),
            Arguments.of(new G729(), new G729()),
            Arguments.of(new G729(), new G722())));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void partiesHearEachOther(AudioCodec one, AudioCodec other) throws Exception {
    try (Caller a = new Caller(one);
        Caller b = new Caller(other)) {
      MediaSession sessionOfA = connect(a);
      sessionOfA.bridge(connect(b).id());

      CompletableFuture<Void> talking = a.say(440, FRAMES);
      b.say(1_000, FRAMES).join();
      talking.join();

      assertThat(a.heard(1_000)).as("level at a").isBetween(5_500.0, 9_500.0);
      assertThat(b.heard(440)).as("level at b").isBetween(5_500.0, 9_500.0);
      assertThat(a.noise(1_000)).as("signal to noise at a").isGreaterThan(5);
      assertThat(b.noise(440)).as("signal to noise at b").isGreaterThan(5);
      assertThat(a.heard(440)).as("echo at a").isLessThan(300);
      assertThat(sessionOfA.statistics().codec()).isEqualToIgnoringCase(one.encodingName());
      assertThat(sessionOfA.statistics().packetsLost()).isZero();
      assertThat(sessionOfA.statistics().jitterMs()).isLessThan(30);
    }
  }

  @Test
  void wideSoundStaysWideBetweenWidePartiesInARoomWithANarrowOne() throws Exception {
    try (Caller a = new Caller(new Opus());
        Caller b = new Caller(new G722());
        Caller c = new Caller(new Pcmu())) {
      UUID room = UUID.randomUUID();
      connect(a).join(room);
      connect(b).join(room);
      connect(c).join(room);

      CompletableFuture<Void> silent = c.say(0, FRAMES);
      CompletableFuture<Void> alsoSilent = a.say(0, FRAMES);
      b.say(5_500, FRAMES).join();
      CompletableFuture.allOf(silent, alsoSilent).join();

      assertThat(a.heard(5_500)).isGreaterThan(4_000);
      assertThat(c.heard(2_500)).as("folded into the narrow band").isLessThan(100);
    }
  }

  @Test
  void handsFramesOnAsTheyComeUntilSomebodyListensIn() throws Exception {
    try (Caller a = new Caller(new Opus());
        Caller b = new Caller(new Opus())) {
      MediaSession session = connect(a);
      session.bridge(connect(b).id());

      CompletableFuture<Void> answering = b.say(1_000, FRAMES);
      a.say(440, FRAMES).join();
      answering.join();
      assertThat(b.payloads()).as("the very packets").containsAll(a.sent().subList(10, 80));

      session.mute(MuteDirection.OUT);
      b.forget();
      answering = b.say(1_000, FRAMES);
      a.say(440, FRAMES).join();
      answering.join();
      assertThat(b.heard(440)).isLessThan(150);
      assertThat(a.heard(1_000)).isGreaterThan(5_500);

      session.mute(MuteDirection.NONE);
      b.forget();
      a.say(440, FRAMES).join();
      assertThat(b.heard(440)).isGreaterThan(5_500);
    }
  }

  @Test
  void digitsKeepTheirLengthBetweenClocks() throws Exception {
    try (Caller a = new Caller(new Opus());
        Caller b = new Caller(new Pcmu())) {
      MediaSession session = connect(a);
      session.bridge(connect(b).id());
      a.say(0, 10).join();
      b.say(0, 10).join();

      a.press(7, 6);

      assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
      assertThat(rig.events())
          .containsExactly(new MediaEvent.DigitReceived(session.id(), '7', 120));
      assertThat(EngineRig.await(() -> b.eventEnds().size() == 3)).isTrue();
      assertThat(b.eventEnds()).allMatch(duration -> duration == 960);

      session.sendDigits(UUID.randomUUID(), "3", 100, 0);
      assertThat(EngineRig.await(() -> a.eventEnds().size() == 3)).isTrue();
      assertThat(a.eventEnds()).allMatch(duration -> duration == 4_800);
    }
  }

  @Test
  void recordsAWidePartyAtItsRate() throws Exception {
    try (Caller a = new Caller(new Opus())) {
      MediaSession session = connect(a);
      session.startRecording(
          UUID.randomUUID(),
          new RecordingSpec(
              RecordingSpec.Direction.IN,
              RecordingSpec.Format.WAV,
              RecordingSpec.Channels.MIXED,
              16_000,
              Duration.ofSeconds(1),
              Duration.ZERO));

      a.say(5_000, FRAMES).join();

      assertThat(EngineRig.await(() -> !rig.events(MediaEvent.RecordingFinished.class).isEmpty()))
          .isTrue();
      byte[] file =
          Files.readAllBytes(rig.events(MediaEvent.RecordingFinished.class).get(0).file());
      short[] samples = new short[(file.length - 44) / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (file[45 + 2 * i] << 8 | file[44 + 2 * i] & 0xFF);
      }
      assertThat(samples).hasSize(16_000);
      assertThat(Sine.amplitude(Arrays.copyOfRange(samples, 8_000, 15_000), 5_000, 16_000))
          .isGreaterThan(2_500);
    }
  }

  private MediaSession connect(Caller caller) {
    MediaSession session = rig.engine().open(UUID.randomUUID());
    caller.connect(session.answer(caller.offer()));
    return session;
  }
}
