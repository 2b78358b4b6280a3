package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.SoundReader;
import org.tandemvoice.media.engine.codec.Pcmu;

class RoomTest {

  private static final int FRAMES = 50;

  @TempDir private Path folder;
  private EngineRig rig;
  private final UUID room = UUID.randomUUID();
  private final List<Phone> phones = new ArrayList<>();
  private final List<MediaSession> sessions = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder);
    for (int i = 0; i < 3; i++) {
      Phone phone = new Phone(new Pcmu());
      MediaSession session = rig.engine().open(UUID.randomUUID());
      phone.connect(session.answer(phone.offer()));
      session.join(room);
      phones.add(phone);
      sessions.add(session);
    }
  }

  @AfterEach
  void stop() {
    phones.forEach(Phone::close);
    rig.close();
  }

  @Test
  void recordsEverybodyUntilItIsStopped() throws Exception {
    talk();
    UUID recording = UUID.randomUUID();

    rig.engine().findRoom(room).orElseThrow().startRecording(recording, spec());
    talk();
    rig.engine().findRoom(room).orElseThrow().stopRecording(recording);

    MediaEvent.RecordingFinished end = recordingEnd();
    assertThat(end.sessionId()).isEqualTo(room);
    assertThat(end.recordingId()).isEqualTo(recording);
    short[] recorded = SoundReader.read(Files.readAllBytes(end.file())).samples();
    short[] middle = Arrays.copyOfRange(recorded, recorded.length / 4, recorded.length * 3 / 4);
    for (int phone = 0; phone < 3; phone++) {
      assertThat(Tone.typicalAmplitude(middle, hz(phone))).isGreaterThan(4_000);
    }
  }

  @Test
  void aRecordingEndsWhenTheLastPartyLeaves() {
    sessions.get(0).unbridge();
    sessions.get(1).unbridge();
    rig.engine().findRoom(room).orElseThrow().startRecording(UUID.randomUUID(), spec());
    talk();

    sessions.get(2).unbridge();

    assertThat(recordingEnd().duration()).isGreaterThan(Duration.ofMillis(500));
    assertThat(EngineRig.await(() -> rig.engine().findRoom(room).isEmpty())).isTrue();
  }

  @Test
  void whoSpeaksOnlyToItselfIsHeardByNobody() {
    sessions.get(0).speakOnlyTo(Set.of(sessions.get(0).id()));
    talk();
    assertThat(tone(1, 0)).isLessThan(150);
    assertThat(tone(2, 0)).isLessThan(150);
    assertThat(tone(0, 1)).isGreaterThan(4_000);

    sessions.get(0).speakOnlyTo(Set.of());
    talk();
    assertThat(tone(1, 0)).isGreaterThan(4_000);
  }

  @Test
  void whoWaitsHearsThatAPhoneRings() {
    sessions.get(0).startMusic("ringback");

    assertThat(EngineRig.await(() -> rings(lastOf(phones.get(0).heard(), 3_200)))).isTrue();
  }

  private static boolean rings(short[] heard) {
    return Tone.amplitude(heard, 440) > 1_000 && Tone.amplitude(heard, 480) > 1_000;
  }

  private MediaEvent.RecordingFinished recordingEnd() {
    assertThat(EngineRig.await(() -> !rig.events(MediaEvent.RecordingFinished.class).isEmpty()))
        .isTrue();
    return rig.events(MediaEvent.RecordingFinished.class).get(0);
  }

  private static RecordingSpec spec() {
    return new RecordingSpec(
        RecordingSpec.Direction.BOTH,
        RecordingSpec.Format.WAV,
        RecordingSpec.Channels.MIXED,
        8_000,
        Duration.ZERO,
        Duration.ZERO);
  }

  private void talk() {
    List<CompletableFuture<Void>> sayings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int phone = i;
      sayings.add(CompletableFuture.runAsync(() -> say(phone)));
    }
    sayings.forEach(CompletableFuture::join);
  }

  private void say(int phone) {
    short[] sound = Tone.samples(hz(phone), 8_000, FRAMES * 160);
    try {
      phones.get(phone).say(FRAMES, i -> Arrays.copyOfRange(sound, i * 160, i * 160 + 160));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double tone(int listener, int speaker) {
    short[] heard = phones.get(listener).heard();
    return Tone.typicalAmplitude(
        Arrays.copyOfRange(heard, heard.length - 3_200, heard.length - 800), hz(speaker));
  }

  private static int hz(int phone) {
    return 500 + 400 * phone;
  }

  private static short[] lastOf(short[] heard, int count) {
    return Arrays.copyOfRange(heard, Math.max(0, heard.length - count), heard.length);
  }
}
