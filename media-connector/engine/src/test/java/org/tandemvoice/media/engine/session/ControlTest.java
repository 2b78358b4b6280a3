package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.codec.Pcmu;
import org.tandemvoice.media.engine.dtmf.DigitTone;
import org.tandemvoice.media.engine.tone.ToneGenerator;

class ControlTest {

  @TempDir private Path folder;
  private Parties parties;
  private EngineRig rig;
  private List<Phone> phones;
  private List<MediaSession> sessions;

  @BeforeEach
  void start() throws Exception {
    parties = new Parties(folder);
    rig = parties.rig();
    phones = parties.phones();
    sessions = parties.sessions();
  }

  @AfterEach
  void stop() {
    parties.close();
  }

  @Test
  void aMutedPartyIsNotHeardButHears() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).mute(MuteDirection.OUT);
    parties.talk();
    assertThat(parties.tone(1, 0)).isLessThan(50);
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);

    sessions.get(0).mute(MuteDirection.IN);
    parties.talk();
    assertThat(parties.tone(1, 0)).isGreaterThan(4_000);
    assertThat(parties.tone(0, 1)).isLessThan(50);

    sessions.get(0).mute(MuteDirection.NONE);
    parties.talk();
    assertThat(parties.tone(1, 0)).isGreaterThan(4_000);
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void everyPartyOfARoomHearsAllOthersAndNotItself() {
    UUID room = UUID.randomUUID();

    sessions.forEach(s -> s.join(room));
    parties.talk();

    for (int listener = 0; listener < 3; listener++) {
      for (int speaker = 0; speaker < 3; speaker++) {
        double heard = parties.tone(listener, speaker);
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
    parties.talk();
    sessions.forEach(MediaSession::unbridge);
    parties.talk();
    assertThat(parties.tone(0, 1)).isLessThan(150);

    sessions.get(0).join(room);
    sessions.get(1).join(room);
    parties.talk();

    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
    assertThat(parties.tone(2, 1)).isLessThan(150);
  }

  @Test
  void aWhisperIsHeardByNobodyElse() {
    UUID room = UUID.randomUUID();
    sessions.forEach(s -> s.join(room));

    sessions.get(2).speakOnlyTo(Set.of(sessions.get(1).id()));
    parties.talk();

    assertThat(parties.tone(1, 2)).isGreaterThan(4_000);
    assertThat(parties.tone(0, 2)).isLessThan(150);
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
    assertThat(parties.tone(2, 0)).isGreaterThan(4_000);
  }

  @Test
  void musicAndSilenceTakeTheBridgesPlaceUntilTheyEnd() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).startMusic("default");
    assertThat(EngineRig.await(() -> Tone.rms(lastOf(phones.get(0).heard(), 1_600)) > 300))
        .isTrue();
    parties.talk();
    assertThat(parties.tone(0, 1)).isLessThan(1_000);
    assertThat(Tone.rms(lastOf(phones.get(0).heard(), 3_200))).isGreaterThan(300);

    sessions.get(0).silence(true);
    sessions.get(0).stopMusic();
    parties.talk();
    assertThat(Tone.rms(lastOf(phones.get(0).heard(), 3_200))).isLessThan(50);

    sessions.get(0).silence(false);
    parties.talk();
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void aHeldPartyAndTheOtherHearMusicAndNotEachOther() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).hold(true);
    parties.talk();

    assertThat(hearsMusicOnly(0, 1)).isTrue();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(false);
    parties.talk();
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
    assertThat(parties.tone(1, 0)).isGreaterThan(4_000);
  }

  @Test
  void aPartyThatHoldsBySdpIsHeardAsMusicUntilItListensAgain() {
    sessions.get(0).bridge(sessions.get(1).id());

    sessions.get(0).answer(phones.get(0).offer("sendonly"));
    parties.talk();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(true);
    sessions.get(0).answer(phones.get(0).offer());
    parties.talk();
    assertThat(hearsMusicOnly(1, 0)).isTrue();

    sessions.get(0).hold(false);
    parties.talk();
    assertThat(parties.tone(1, 0)).isGreaterThan(4_000);
    assertThat(parties.tone(0, 1)).isGreaterThan(4_000);
  }

  @Test
  void aHeldPartyIsSilentInARoom() {
    UUID room = UUID.randomUUID();
    sessions.forEach(s -> s.join(room));

    sessions.get(0).hold(true);
    parties.talk();

    assertThat(parties.tone(1, 0)).isLessThan(150);
    assertThat(parties.tone(1, 2)).isGreaterThan(4_000);
    assertThat(hearsMusicOnly(0, 1)).isTrue();
  }

  private boolean hearsMusicOnly(int listener, int speaker) {
    double sound = Tone.rms(lastOf(phones.get(listener).heard(), 3_200));
    return sound > 300 && parties.tone(listener, speaker) < 1_000;
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

    sessions.get(0).play(playback, new Prompt.Echo(Duration.ofMillis(Parties.FRAMES * 20 + 400)));
    parties.talk();

    assertThat(parties.tone(0, 0)).isGreaterThan(4_000);
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
    plain.connect(session.answer(withoutEvents(plain.offer())));
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
  void passesKeysOnAsTonesOrLeavesThemToSignalingIfEventsWereNotAgreed() throws Exception {
    Phone plain = new Phone(new Pcmu());
    phones.add(plain);
    MediaSession session = rig.engine().open(UUID.randomUUID());
    plain.connect(session.answer(withoutEvents(plain.offer())));
    session.bridge(sessions.get(0).id());
    phones.get(0).sayTone(3, 440);

    phones.get(0).press(7, 8);

    assertThat(
            EngineRig.await(
                () -> Tone.amplitude(loudest(plain.heard(), 852), 852) > 5_000 && hasRoom(plain)))
        .isTrue();
    assertThat(Tone.amplitude(loudest(plain.heard(), 1_209), 1_209)).isGreaterThan(5_000);

    session.signalDigits(true);
    plain.forget();
    phones.get(0).press(8, 8);

    assertThat(EngineRig.await(() -> !rig.events(MediaEvent.DigitToSignal.class).isEmpty()))
        .isTrue();
    assertThat(rig.events(MediaEvent.DigitToSignal.class))
        .containsExactly(new MediaEvent.DigitToSignal(session.id(), '8', 160));
    assertThat(rig.events(MediaEvent.DigitsSent.class)).isEmpty();
    assertThat(Tone.amplitude(loudest(plain.heard(), 1_336), 1_336)).isLessThan(1_000);
  }

  private static boolean hasRoom(Phone phone) {
    return phone.heard().length > 1_600;
  }

  private static String withoutEvents(String offer) {
    return offer.replace(" 0 101", " 0").replaceAll("a=rtpmap:101[^\r]*\r\n", "");
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
