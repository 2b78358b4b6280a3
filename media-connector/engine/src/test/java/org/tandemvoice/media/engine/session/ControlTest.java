package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tandemvoice.media.Answerer;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.SoundReader;
import org.tandemvoice.media.engine.codec.Pcmu;
import org.tandemvoice.media.engine.dtmf.DigitTone;
import org.tandemvoice.media.engine.speech.FreeTtsProvider;
import org.tandemvoice.media.engine.speech.Manner;
import org.tandemvoice.media.engine.speech.Speaker;
import org.tandemvoice.media.engine.tone.ToneGenerator;

class ControlTest {

  private static final int FRAMES = 40;

  @TempDir private Path folder;
  private EngineRig rig;
  private final List<Phone> phones = new ArrayList<>();
  private final List<MediaSession> sessions = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder);
    for (int i = 0; i < 3; i++) {
      Phone phone = new Phone(new Pcmu());
      MediaSession session = rig.engine().open(UUID.randomUUID());
      phone.connect(session.answer(phone.offer()));
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
  void aMutedPartyIsNotHeardButHears() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).mute(MuteDirection.OUT);
    talk();
    assertThat(tone(1, 0)).isLessThan(50);
    assertThat(tone(0, 1)).isGreaterThan(4_000);

    sessions.get(0).mute(MuteDirection.IN);
    talk();
    assertThat(tone(1, 0)).isGreaterThan(4_000);
    assertThat(tone(0, 1)).isLessThan(50);

    sessions.get(0).mute(MuteDirection.NONE);
    talk();
    assertThat(tone(1, 0)).isGreaterThan(4_000);
    assertThat(tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void everyPartyOfARoomHearsAllOthersAndNotItself() {
    UUID room = UUID.randomUUID();

    sessions.forEach(s -> s.join(room));
    talk();

    for (int listener = 0; listener < 3; listener++) {
      for (int speaker = 0; speaker < 3; speaker++) {
        double heard = tone(listener, speaker);
        assertThat(heard > 4_000)
            .as("%d by %d: %f", speaker, listener, heard)
            .isEqualTo(speaker != listener);
        assertThat(heard < 150 || heard > 4_000).isTrue();
      }
    }
  }

  @Test
  void aRoomIsThereAgainAfterEverybodyHasLeft() {
    UUID room = UUID.randomUUID();
    sessions.forEach(s -> s.join(room));
    talk();
    sessions.forEach(MediaSession::unbridge);
    talk();
    assertThat(tone(0, 1)).isLessThan(150);

    sessions.get(0).join(room);
    sessions.get(1).join(room);
    talk();

    assertThat(tone(0, 1)).isGreaterThan(4_000);
    assertThat(tone(2, 1)).isLessThan(150);
  }

  @Test
  void aWhisperIsHeardByNobodyElse() {
    UUID room = UUID.randomUUID();
    sessions.forEach(s -> s.join(room));

    sessions.get(2).speakOnlyTo(Set.of(sessions.get(1).id()));
    talk();

    assertThat(tone(1, 2)).isGreaterThan(4_000);
    assertThat(tone(0, 2)).isLessThan(150);
    assertThat(tone(0, 1)).isGreaterThan(4_000);
    assertThat(tone(2, 0)).isGreaterThan(4_000);
  }

  @Test
  void musicAndSilenceTakeTheBridgesPlaceUntilTheyEnd() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).startMusic("default");
    assertThat(EngineRig.await(() -> Tone.rms(lastOf(phones.get(0).heard(), 1_600)) > 300))
        .isTrue();
    talk();
    assertThat(tone(0, 1)).isLessThan(1_000);
    assertThat(Tone.rms(lastOf(phones.get(0).heard(), 3_200))).isGreaterThan(300);

    sessions.get(0).silence(true);
    sessions.get(0).stopMusic();
    talk();
    assertThat(Tone.rms(lastOf(phones.get(0).heard(), 3_200))).isLessThan(50);

    sessions.get(0).silence(false);
    talk();
    assertThat(tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void aHeldPartyAndTheOtherHearMusicAndNotEachOther() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).hold(true);
    talk();

    assertThat(hearsMusicOnly(0, 1)).isTrue();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(false);
    talk();
    assertThat(tone(0, 1)).isGreaterThan(4_000);
    assertThat(tone(1, 0)).isGreaterThan(4_000);
  }

  @Test
  void aPartyThatHoldsBySdpIsHeardAsMusicUntilItListensAgain() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).answer(phones.get(0).offer("sendonly"));
    talk();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(true);
    sessions.get(0).answer(phones.get(0).offer());
    talk();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(false);
    talk();
    assertThat(tone(1, 0)).isGreaterThan(4_000);
    assertThat(tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void aHeldPartyIsSilentInARoom() {
    UUID room = UUID.randomUUID();
    sessions.forEach(s -> s.join(room));

    sessions.get(0).hold(true);
    talk();

    assertThat(tone(1, 0)).isLessThan(150);
    assertThat(tone(1, 2)).isGreaterThan(4_000);
    assertThat(hearsMusicOnly(0, 1)).isTrue();
  }

  private boolean hearsMusicOnly(int listener, int speaker) {
    double sound = Tone.rms(lastOf(phones.get(listener).heard(), 3_200));
    return sound > 300 && tone(listener, speaker) < 1_000;
  }

  @Test
  void theOperatorsOwnMusicIsPlayed() throws Exception {
    Files.createDirectories(folder.resolve("music"));
    try (var file = ControlTest.class.getResourceAsStream("../audio/tone.ogg")) {
      Files.write(folder.resolve("music/ours.ogg"), file.readAllBytes());
    }

    sessions.get(0).startMusic("ours");

    assertThat(
            EngineRig.await(
                () -> Tone.amplitude(lastOf(phones.get(0).heard(), 3_200), 440) > 1_000))
        .isTrue();
  }

  @Test
  void anEchoGivesBackWhatIsSaidAndThenEnds() {
    UUID playback = UUID.randomUUID();

    sessions.get(0).play(playback, new Prompt.Echo(Duration.ofMillis(FRAMES * 20 + 400)));
    talk();

    assertThat(tone(0, 0)).isGreaterThan(4_000);
    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events())
        .containsExactly(new MediaEvent.PlaybackFinished(sessions.get(0).id(), playback));
  }

  @Test
  void aBeepIsHeard() {
    sessions.get(0).play(UUID.randomUUID(), Prompt.Tone.BEEP);

    assertThat(
            EngineRig.await(
                () -> Tone.amplitude(lastOf(phones.get(0).heard(), 800), 1_000) > 5_000))
        .isTrue();
  }

  @Test
  void sendsDigitsAsEvents() throws Exception {
    phones.get(0).sayTone(3, 440);
    UUID sending = UUID.randomUUID();

    sessions.get(0).sendDigits(sending, "19#", 120, 100);

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events())
        .containsExactly(new MediaEvent.DigitsSent(sessions.get(0).id(), sending));
    List<Integer> ends =
        phones.get(0).packets().stream()
            .filter(p -> (p[1] & 0x7F) == 101 && p[13] < 0)
            .map(p -> p[12] * 10_000 + (p[14] & 0xFF) * 256 + (p[15] & 0xFF))
            .distinct()
            .toList();
    assertThat(ends).containsExactly(10_960, 90_960, 110_960);
  }

  @Test
  void sendsAndHearsDigitsAsTonesIfEventsWereNotAgreed() throws Exception {
    Phone plain = new Phone(new Pcmu());
    phones.add(plain);
    MediaSession session = rig.engine().open(UUID.randomUUID());
    String offer = plain.offer().replace(" 0 101", " 0").replaceAll("a=rtpmap:101[^\r]*\r\n", "");
    plain.connect(session.answer(offer));
    plain.sayTone(3, 440);
    MediaSession other = sessions.get(0);
    UUID sending = UUID.randomUUID();

    session.sendDigits(sending, "7", 200, 100);

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events()).containsExactly(new MediaEvent.DigitsSent(session.id(), sending));
    short[] heard = loudest(plain.heard(), 852);
    assertThat(Tone.amplitude(heard, 852)).isGreaterThan(5_000);
    assertThat(Tone.amplitude(heard, 1_209)).isGreaterThan(5_000);
    assertThat(rig.events()).noneMatch(e -> e.sessionId().equals(other.id()));

    ToneGenerator generator = new ToneGenerator(8_000);
    DigitTone.press('4', generator);
    short[] key = new short[160 * 6];
    generator.sound(key, 0, key.length);
    plain.say(16, i -> i < 6 ? Arrays.copyOfRange(key, i * 160, i * 160 + 160) : new short[160]);

    assertThat(EngineRig.await(() -> rig.events().size() == 2)).isTrue();
    assertThat(rig.events().get(1))
        .isInstanceOfSatisfying(
            MediaEvent.DigitReceived.class, d -> assertThat(d.digit()).isEqualTo('4'));
  }

  @Test
  void refusesDigitsThatNoKeyHas() {
    UUID sending = UUID.randomUUID();

    assertThatThrownBy(() -> sessions.get(0).sendDigits(sending, "12x", 100, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12x");
    assertThatThrownBy(() -> sessions.get(0).sendDigits(sending, "12", 10, 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsBothPartiesOnTheirOwnChannel() throws Exception {
    sessions.get(0).bridge(sessions.get(1).id());
    talk();
    UUID recording = UUID.randomUUID();

    sessions.get(0).startRecording(recording, spec(RecordingSpec.Channels.STEREO));
    assertThatThrownBy(
            () -> sessions.get(1).startRecording(recording, spec(RecordingSpec.Channels.STEREO)))
        .isInstanceOf(MediaException.class);
    talk();
    sessions.get(0).stopRecording(recording);

    MediaEvent.RecordingFinished end = recordingEnd();
    assertThat(end.duration()).isBetween(Duration.ofMillis(780), Duration.ofMillis(900));
    byte[] file = Files.readAllBytes(end.file());
    assertThat(file).hasSize(44 + (int) end.duration().toMillis() * 8 * 2 * 2);
    short[] left = channel(file, 0);
    short[] right = channel(file, 1);
    assertThat(Tone.amplitude(left, hz(0))).isGreaterThan(4_000);
    assertThat(Tone.amplitude(left, hz(1))).isLessThan(100);
    assertThat(Tone.amplitude(right, hz(1))).isGreaterThan(4_000);
    assertThat(Tone.amplitude(right, hz(0))).isLessThan(100);
  }

  @Test
  void aRecordingEndsWithItsParty() throws Exception {
    UUID recording = UUID.randomUUID();
    sessions.get(0).startRecording(recording, spec(RecordingSpec.Channels.MIXED));
    talk();

    sessions.get(0).close();

    assertThat(recordingEnd().recordingId()).isEqualTo(recording);
    assertThat(SoundReader.read(Files.readAllBytes(recordingEnd().file())).samples().length)
        .isGreaterThan(4_000);
  }

  @Test
  void aRecordingOfAClosedPartyIsEmpty() {
    sessions.get(0).close();
    assertThat(EngineRig.await(() -> rig.engine().gauges().openSessions() == 2)).isTrue();

    sessions.get(0).startRecording(UUID.randomUUID(), spec(RecordingSpec.Channels.MIXED));

    assertThat(recordingEnd().duration()).isLessThanOrEqualTo(Duration.ofMillis(40));
  }

  @Test
  void tellsAPersonFromAMachineAndHearsItsBeep() throws Exception {
    short[] person = spoken("Hello?");
    short[] machine = spoken("You have reached the voice mail of Anna. Please leave a message.");
    short[] beep = Tone.samples(1_000, 8_000, 3_200);

    sessions.get(0).detectAnswerer(Duration.ofSeconds(4));
    sessions.get(1).detectAnswerer(Duration.ofSeconds(4));
    CompletableFuture<Void> one = saying(0, Pcm.joined(List.of(person, new short[12_000])));
    saying(1, Pcm.joined(List.of(machine, beep, new short[4_000]))).join();
    one.join();

    assertThat(rig.events(MediaEvent.AnswererDetected.class))
        .containsExactlyInAnyOrder(
            new MediaEvent.AnswererDetected(sessions.get(0).id(), Answerer.HUMAN),
            new MediaEvent.AnswererDetected(sessions.get(1).id(), Answerer.MACHINE));
    assertThat(rig.events(MediaEvent.BeepHeard.class))
        .containsExactly(new MediaEvent.BeepHeard(sessions.get(1).id()));
  }

  private MediaEvent.RecordingFinished recordingEnd() {
    assertThat(EngineRig.await(() -> !rig.events(MediaEvent.RecordingFinished.class).isEmpty()))
        .isTrue();
    return rig.events(MediaEvent.RecordingFinished.class).get(0);
  }

  private static RecordingSpec spec(RecordingSpec.Channels channels) {
    return new RecordingSpec(
        RecordingSpec.Direction.BOTH,
        RecordingSpec.Format.WAV,
        channels,
        8_000,
        Duration.ZERO,
        Duration.ZERO);
  }

  private static short[] channel(byte[] file, int channel) {
    short[] samples = new short[(file.length - 44) / 4];
    for (int i = 0; i < samples.length; i++) {
      int at = 44 + 4 * i + 2 * channel;
      samples[i] = (short) (file[at + 1] << 8 | file[at] & 0xFF);
    }
    return Arrays.copyOfRange(samples, samples.length - 4_800, samples.length - 800);
  }

  private static short[] spoken(String text) throws Exception {
    return new FreeTtsProvider()
        .synthesize(text, Speaker.of("en-US", ""), Manner.NORMAL)
        .atEngineRate()
        .samples();
  }

  /** Every phone says its own tone for less than a second. */
  private void talk() {
    List<CompletableFuture<Void>> sayings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sayings.add(saying(i, Tone.samples(hz(i), 8_000, FRAMES * 160)));
    }
    sayings.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> saying(int phone, short[] sound) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            phones
                .get(phone)
                .say(sound.length / 160, i -> Arrays.copyOfRange(sound, i * 160, i * 160 + 160));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How loud one phone hears another's tone at the end. */
  private double tone(int listener, int speaker) {
    short[] heard = phones.get(listener).heard();
    return Tone.amplitude(
        Arrays.copyOfRange(heard, heard.length - 3_200, heard.length - 800), hz(speaker));
  }

  private static int hz(int phone) {
    return 500 + 400 * phone;
  }

  private static short[] lastOf(short[] heard, int count) {
    return Arrays.copyOfRange(heard, Math.max(0, heard.length - count), heard.length);
  }

  /** The tenth of a second with most of that tone. */
  private static short[] loudest(short[] heard, int hz) {
    short[] best = {};
    for (int i = 0; i + 800 <= heard.length; i += 80) {
      short[] piece = Arrays.copyOfRange(heard, i, i + 800);
      best = Tone.amplitude(piece, hz) > Tone.amplitude(best, hz) ? piece : best;
    }
    return best;
  }
}
