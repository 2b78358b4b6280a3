package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.StereoSound;
import org.tandemvoice.peer.rtp.NumberedFrames;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Gauges;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * Many calls ({@code -Dtandem.recordings}, 200, at most 256) are in the same menu at once, each
 * recorded from its first to its last action, {@code -Dtandem.recordings.rounds} times. Every frame
 * of what each phone said is numbered, and what each was told is compared sample by sample: none of
 * the recordings misses a frame of 20 ms.
 */
@PlatformTest
class ParallelRecordingsIT {

  private static final int CALLS = Integer.getInteger("tandem.recordings", 200);
  private static final int ROUNDS = Integer.getInteger("tandem.recordings.rounds", 1);
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Below this a sample is silence. */
  private static final int AUDIBLE = 200;

  private static final int LEAST_STEP = 16;
  private static final int STEPS = 16;

  private record Phone(Call leg, NumberedFrames says) {}

  private final Map<Integer, Phone> phones = new ConcurrentHashMap<>();

  @Test
  void missNoFrameOfTheMenuThatEachCallIsIn() {
    Gauges gauges = Platform.shared().gauges();
    long missed = gauges.number("Media", "MissedRecordingFrames");
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(gapsOfARound(gauges)).as("frames missing in round %d", i).isEmpty();
    }
    assertThat(gauges.number("Media", "MissedRecordingFrames")).isEqualTo(missed);
  }

  /** Rings all phones, presses a key on each, and returns what their recordings do not have. */
  private List<String> gapsOfARound(Gauges gauges) {
    phones.clear();
    ScheduledExecutorService fingers = Executors.newSingleThreadScheduledExecutor();
    try (Office office = Office.open()) {
      AtomicInteger speakers = new AtomicInteger();
      SoftPhone phone =
          office
              .registered()
              .whenCalled(
                  incoming -> {
                    int speaker = speakers.getAndIncrement();
                    NumberedFrames says = NumberedFrames.of(speaker);
                    Call leg = incoming.answerAtOnce();
                    leg.media().say(says);
                    phones.put(speaker, new Phone(leg, says));
                  });
      List<String> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(office.api().call(phone.account().user(), menu()));
      }
      Platform.await(
          "all calls to be in the menu",
          PATIENCE,
          () -> phones.size() == CALLS && gauges.number("Media", "OpenSessions") >= CALLS);
      int turn = 0;
      for (Phone each : phones.values()) {
        fingers.schedule(
            () -> each.leg().media().sendDigits("1", Duration.ofMillis(100)),
            BETWEEN_KEYS.multipliedBy(turn++).toMillis(),
            TimeUnit.MILLISECONDS);
      }
      phones.values().forEach(each -> each.leg().awaitEnd(PATIENCE));

      List<String> gaps = new ArrayList<>();
      for (String call : calls) {
        JsonObject recording = Tape.ofCall(office.api(), call).get(0);
        JsonObject ended = Tape.await(office.api(), recording.getString("id"), "ended");
        gaps.addAll(gapsIn(ended));
      }
      return gaps;
    } finally {
      fingers.shutdownNow();
    }
  }

  private static JsonObject[] menu() {
    return new JsonObject[] {
      action("record_start", JsonBody.of("{'format':'wav','channels':'stereo'}")),
      action("talk", JsonBody.of("{'text':'Press a key'}")),
      action("digits_receive", JsonBody.of("{'duration':60000,'length':1}")),
      action("talk", JsonBody.of("{'text':'Thank you for calling and good bye'}")),
      action("record_stop")
    };
  }

  /** What the phone said between the first and the last frame that are there, and is not there. */
  private List<String> gapsIn(JsonObject recording) {
    int millis = recording.getInt("duration_ms");
    byte[] file = Tape.download(recording.getString("url")).body();
    // Four bytes a sample, eight samples a millisecond.
    assertThat(file).hasSize(44 + 32 * millis);
    assertThat(millis).matches(time -> time % 20 == 0);
    StereoSound sound = StereoSound.read(file);
    List<NumberedFrames.Mark> marks = NumberedFrames.in(sound.left().samples());
    assertThat(marks).isNotEmpty();
    int speaker = marks.get(0).speaker();
    assertThat(marks).allMatch(mark -> mark.speaker() == speaker);
    assertThat(marks).extracting(NumberedFrames.Mark::number).isSorted().doesNotHaveDuplicates();
    Phone said = phones.get(speaker);
    assertIsWhatWasHeard(sound.right(), said.leg());
    List<String> gaps = new ArrayList<>();
    for (int i = 1; i < marks.size(); i++) {
      int from = marks.get(i - 1).number() + 1;
      int to = marks.get(i).number() - 1;
      if (from <= to) {
        gaps.add(
            "phone %d, frames %d to %d, said %d ms after the one before"
                .formatted(speaker, from, to, said.says().sinceTheOneBefore(from).toMillis()));
      }
    }
    return gaps;
  }

  /** From the first word to the last one, what was recorded is what the phone was sent. */
  private static void assertIsWhatWasHeard(Sound recorded, Call leg) {
    short[] told = leg.media().heard().samples();
    short[] kept = SoundSource.asHeard(recorded.samples());
    int inTold = firstAudible(told);
    int inKept = firstAudible(kept);
    int length = Math.min(told.length - inTold, kept.length - inKept);
    assertThat(length).isGreaterThan(8 * 2_000);
    assertThat(leg.media().recording().account().lost()).isZero();
    for (int i = 0; i < length; i++) {
      if (!isSame(told[inTold + i], kept[inKept + i])) {
        throw new AssertionError(
            "Sample "
                + i
                + " of "
                + length
                + " is "
                + kept[inKept + i]
                + " in the recording, but "
                + told[inTold + i]
                + " was heard");
      }
    }
  }

  /** Two that write G.711 may choose neighbouring steps for what lies in between. */
  private static boolean isSame(short told, short kept) {
    return Math.abs(told - kept) <= LEAST_STEP + Math.abs(told) / STEPS;
  }

  private static int firstAudible(short[] samples) {
    int at = 0;
    while (Math.abs(samples[at]) < AUDIBLE) {
      at++;
    }
    return at;
  }
}
