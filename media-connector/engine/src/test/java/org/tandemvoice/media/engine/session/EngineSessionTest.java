package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaStatistics;
import org.tandemvoice.media.Prompt;

class EngineSessionTest {

  @TempDir private Path folder;
  private EngineRig rig;
  private Phone alice;
  private Phone bob;

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder);
    alice = new Phone();
    bob = new Phone();
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
    rig.close();
  }

  @Test
  void bridgedPartiesHearEachOtherAndNotThemselves() throws Exception {
    MediaSession a = connect(alice);
    MediaSession b = connect(bob);

    a.bridge(b.id());
    Thread bobTalks = new Thread(() -> uncheckedTone(bob, 50, 1100));
    bobTalks.start();
    alice.sayTone(50, 440);
    bobTalks.join();

    short[] aliceHeard = middle(alice.heard());
    short[] bobHeard = middle(bob.heard());
    assertThat(Tone.typicalAmplitude(aliceHeard, 1100)).isBetween(7000.0, 9000.0);
    assertThat(Tone.typicalAmplitude(aliceHeard, 440)).isLessThan(150);
    assertThat(Tone.typicalAmplitude(bobHeard, 440)).isBetween(7000.0, 9000.0);
    assertThat(Tone.typicalAmplitude(bobHeard, 1100)).isLessThan(150);
  }

  @Test
  void speaksASentenceAndSaysWhenItIsOver() throws Exception {
    MediaSession session = connect(alice);
    UUID playback = UUID.randomUUID();

    session.play(playback, new Prompt.Speech("Welcome to Tandem.", "en-US", "", ""));

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events())
        .containsExactly(new MediaEvent.PlaybackFinished(session.id(), playback));
    assertThat(Tone.rms(alice.heard())).isGreaterThan(300);
  }

  @Test
  void tellsDigitsAndPassesThemOn() throws Exception {
    MediaSession a = connect(alice);
    MediaSession b = connect(bob);
    a.bridge(b.id());
    alice.sayTone(5, 440);

    alice.press(5, 6);

    assertThat(EngineRig.await(() -> !rig.events().isEmpty())).isTrue();
    assertThat(rig.events()).containsExactly(new MediaEvent.DigitReceived(a.id(), '5', 120));
    assertThat(
            EngineRig.await(
                () ->
                    bob.packets().stream()
                            .filter(p -> isEvent(p) && p[12] == 5 && p[13] < 0)
                            .count()
                        == 3))
        .isTrue();
  }

  @Test
  void keepsStatistics() throws Exception {
    MediaSession session = connect(alice);
    short[] silence = new short[160];

    alice.say(100, i -> i % 20 == 10 ? null : silence);

    assertThat(EngineRig.await(() -> session.statistics().packetsReceived() == 95)).isTrue();
    MediaStatistics statistics = session.statistics();
    assertThat(statistics.codec()).isEqualTo("PCMU");
    assertThat(statistics.packetsLost()).isEqualTo(5);
    assertThat(statistics.packetLossPercent()).isBetween(4.9, 5.1);
    assertThat(statistics.packetsSent()).isGreaterThan(90);
    assertThat(statistics.mos()).isBetween(1.0, 4.2);
  }

  @Test
  void freesPortsWhenClosed() {
    int free = rig.engine().gauges().freePorts();
    MediaSession session = rig.engine().open(UUID.randomUUID());

    assertThat(rig.engine().gauges().freePorts()).isEqualTo(free - 1);
    session.close();
    session.close();

    assertThat(rig.engine().find(session.id())).isEmpty();
    assertThat(EngineRig.await(() -> rig.engine().gauges().freePorts() == free)).isTrue();
  }

  @Test
  void refusesTheSessionAfterTheLastPort() {
    for (int i = rig.engine().gauges().freePorts(); i > 0; i--) {
      rig.engine().open(UUID.randomUUID());
    }

    assertThatThrownBy(() -> rig.engine().open(UUID.randomUUID()))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.NO_PORT));
  }

  @Test
  void tellsAgainAndAgainThatAPartyIsSilent() throws Exception {
    try (EngineRig impatient = new EngineRig(folder, Duration.ofSeconds(1), 4)) {
      MediaSession session = impatient.engine().open(UUID.randomUUID());
      alice.connect(session.answer(alice.offer()));
      alice.sayTone(3, 440);

      assertThat(EngineRig.await(() -> impatient.events().size() > 1)).isTrue();
      assertThat(impatient.events())
          .containsOnly(new MediaEvent.RtpSilent(session.id(), Duration.ofSeconds(1)));
    }
  }

  @Test
  void holdIsNoSilence() throws Exception {
    try (EngineRig impatient = new EngineRig(folder, Duration.ofMillis(200), 4)) {
      MediaSession session = impatient.engine().open(UUID.randomUUID());
      alice.connect(session.answer(alice.offer("sendonly")));
      alice.sayTone(2, 440);
      bob.say(30, i -> null);
      assertThat(impatient.events()).containsExactly(new MediaEvent.PartyHeld(session.id(), true));

      session.answer(alice.offer("sendrecv"));

      assertThat(EngineRig.await(() -> !impatient.events(MediaEvent.RtpSilent.class).isEmpty()))
          .isTrue();
      assertThat(impatient.events(MediaEvent.PartyHeld.class))
          .containsExactly(
              new MediaEvent.PartyHeld(session.id(), true),
              new MediaEvent.PartyHeld(session.id(), false));
    }
  }

  @Test
  void sendsNothingWhileHeldAndResumes() throws Exception {
    MediaSession session = connect(alice);
    alice.sayTone(5, 440);

    assertThat(session.answer(alice.offer("sendonly"))).contains("a=recvonly");
    alice.sayTone(3, 440);
    alice.forget();
    alice.sayTone(10, 440);
    assertThat(alice.heard()).isEmpty();

    assertThat(session.answer(alice.offer("sendrecv"))).contains("a=sendrecv");
    assertThat(EngineRig.await(() -> alice.heard().length > 800)).isTrue();
  }

  private MediaSession connect(Phone phone) {
    MediaSession session = rig.engine().open(UUID.randomUUID());
    phone.connect(session.answer(phone.offer()));
    return session;
  }

  private static boolean isEvent(byte[] packet) {
    return (packet[1] & 0x7F) == 101;
  }

  private static short[] middle(short[] heard) {
    assertThat(heard.length).isGreaterThan(6000);
    return Arrays.copyOfRange(heard, heard.length - 5000, heard.length - 1000);
  }

  private static void uncheckedTone(Phone phone, int frames, double hz) {
    try {
      phone.sayTone(frames, hz);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
