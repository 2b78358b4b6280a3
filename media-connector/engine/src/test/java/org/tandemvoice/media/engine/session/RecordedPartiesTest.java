package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.SoundReader;
import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.speech.FreeTtsProvider;
import org.tandemvoice.media.engine.speech.Manner;
import org.tandemvoice.media.engine.speech.Speaker;

/** What is taken down of parties, and what is heard in them. */
class RecordedPartiesTest {

  private static final int LEVELS = 20;
  private static final double SOFTEST = 300;
  private static final double LOUDER = 1.2;

  @TempDir private Path folder;
  private Parties parties;
  private EngineRig rig;
  private List<MediaSession> sessions;

  @BeforeEach
  void start() throws Exception {
    parties = new Parties(folder);
    rig = parties.rig();
    sessions = parties.sessions();
  }

  @AfterEach
  void stop() {
    parties.close();
  }

  @Test
  void recordsBothPartiesOnTheirOwnChannel() throws Exception {
    sessions.get(0).bridge(sessions.get(1).id());
    parties.talk();
    UUID recording = UUID.randomUUID();

    sessions.get(0).startRecording(recording, spec(RecordingSpec.Channels.STEREO));
    assertThatThrownBy(
            () -> sessions.get(1).startRecording(recording, spec(RecordingSpec.Channels.STEREO)))
        .isInstanceOf(MediaException.class);
    parties.talk();
    sessions.get(0).stopRecording(recording);

    MediaEvent.RecordingFinished end = recordingEnd();
    assertThat(end.duration()).isBetween(Duration.ofMillis(780), Duration.ofMillis(900));
    byte[] file = Files.readAllBytes(end.file());
    assertThat(file).hasSize(44 + (int) end.duration().toMillis() * 8 * 2 * 2);
    short[] left = channel(file, 0);
    short[] right = channel(file, 1);
    assertThat(Tone.typicalAmplitude(left, Parties.hz(0))).isGreaterThan(4_000);
    assertThat(Tone.typicalAmplitude(left, Parties.hz(1))).isLessThan(100);
    assertThat(Tone.typicalAmplitude(right, Parties.hz(1))).isGreaterThan(4_000);
    assertThat(Tone.typicalAmplitude(right, Parties.hz(0))).isLessThan(100);
  }

  @Test
  void missesNothingOfAPartyThatGoesFromRoomToRoom() throws Exception {
    UUID recording = UUID.randomUUID();
    sessions.get(0).startRecording(recording, spec(RecordingSpec.Channels.STEREO));

    parties.phones().get(0).say(120, this::levelWhileMoving);
    sessions.get(0).stopRecording(recording);

    byte[] file = Files.readAllBytes(recordingEnd().file());
    List<Integer> levels = levels(whole(file, 0));
    assertThat(levels).hasSizeGreaterThan(100);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).as("frame " + i).isEqualTo((levels.get(i - 1) + 1) % LEVELS);
    }
  }

  @Test
  void aTimeWithoutTimeIsAPauseInWhatIsHeardAndRecorded() {
    Phone phone = parties.phones().get(0);
    sessions.get(0).startRecording(UUID.randomUUID(), spec(RecordingSpec.Channels.STEREO));
    hearMore(phone, 10);

    rig.stall(Duration.ofMillis(500));
    hearMore(phone, 10);
    sessions.get(0).close();

    List<RtpPacket> heard = phone.packets().stream().map(RecordedPartiesTest::rtp).toList();
    List<RtpPacket> after = new ArrayList<>();
    for (int i = 1; i < heard.size(); i++) {
      assertThat(heard.get(i).sequence()).isEqualTo(heard.get(i - 1).sequence() + 1);
      int step = (int) (heard.get(i).timestamp() - heard.get(i - 1).timestamp());
      if (step != 160) {
        after.add(heard.get(i));
        assertThat(step).isBetween(25 * 160, 27 * 160);
      }
    }
    assertThat(after).singleElement().matches(RtpPacket::marker);
    assertThat(recordingEnd().duration()).isGreaterThanOrEqualTo(Duration.ofMillis(480 + 400));
  }

  private static void hearMore(Phone phone, int packets) {
    int before = phone.packets().size();
    assertThat(EngineRig.await(() -> phone.packets().size() > before + packets)).isTrue();
  }

  private static RtpPacket rtp(byte[] bytes) {
    RtpPacket packet = new RtpPacket();
    assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();
    return packet;
  }

  /** A frame that says which one it is by its level; at every fifth the party changes its room. */
  private short[] levelWhileMoving(int number) {
    if (number % 10 == 4) {
      sessions.get(0).bridge(sessions.get(1).id());
    } else if (number % 10 == 9) {
      sessions.get(0).unbridge();
    }
    short[] frame = new short[160];
    Arrays.fill(frame, (short) (SOFTEST * Math.pow(LOUDER, number % LEVELS)));
    return frame;
  }

  /** The levels that were said, in their order, without what was made up in between. */
  private static List<Integer> levels(short[] sound) {
    List<Integer> levels = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sound.length; i++) {
      if (i == sound.length || sound[i] != sound[from]) {
        if (i - from >= 120 && sound[from] > SOFTEST / 2) {
          levels.add((int) Math.round(Math.log(sound[from] / SOFTEST) / Math.log(LOUDER)));
        }
        from = i;
      }
    }
    return levels;
  }

  @Test
  void aRecordingEndsWithItsParty() throws Exception {
    UUID recording = UUID.randomUUID();
    sessions.get(0).startRecording(recording, spec(RecordingSpec.Channels.MIXED));
    parties.talk();

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
    CompletableFuture<Void> one = parties.saying(0, Pcm.joined(List.of(person, new short[12_000])));
    parties.saying(1, Pcm.joined(List.of(machine, beep, new short[4_000]))).join();
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
    short[] samples = whole(file, channel);
    return Arrays.copyOfRange(samples, samples.length - 4_800, samples.length - 800);
  }

  private static short[] whole(byte[] file, int channel) {
    short[] samples = new short[(file.length - 44) / 4];
    for (int i = 0; i < samples.length; i++) {
      int at = 44 + 4 * i + 2 * channel;
      samples[i] = (short) (file[at + 1] << 8 | file[at] & 0xFF);
    }
    return samples;
  }

  private static short[] spoken(String text) throws Exception {
    return new FreeTtsProvider()
        .synthesize(text, Speaker.of("en-US", ""), Manner.NORMAL)
        .atEngineRate()
        .samples();
  }
}
