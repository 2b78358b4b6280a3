package org.tandemvoice.media.engine.answerer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.Answerer;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.speech.FreeTtsProvider;
import org.tandemvoice.media.engine.speech.Manner;
import org.tandemvoice.media.engine.speech.Speaker;
import org.tandemvoice.media.engine.speech.SpeechException;

class AnswerDetectorTest {

  private static final int TIMEOUT_MS = 3_000;
  private static final int RATE = 8_000;

  @ParameterizedTest
  @ValueSource(strings = {"Hello?", "Yes, hello?", "This is Anna speaking.", "Good morning."})
  void takesAShortGreetingForAPerson(String greeting) throws SpeechException {
    assertThat(verdict(silence(500), spoken(greeting), silence(3_000))).isEqualTo(Answerer.HUMAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You have reached the voice mail of Anna Miller. Please leave a message after the tone.",
        "We are sorry, but nobody can take your call at the moment. Please call again later.",
        "Hello, this is the office of Smith and Sons. Our opening hours are from nine to five."
      })
  void takesALongGreetingForAMachine(String greeting) throws SpeechException {
    assertThat(verdict(silence(400), spoken(greeting), silence(500))).isEqualTo(Answerer.MACHINE);
  }

  @Test
  void takesABeepForAMachine() {
    assertThat(verdict(silence(300), Sine.samples(1_000, 8_000, 3_200, RATE), silence(500)))
        .isEqualTo(Answerer.MACHINE);
  }

  @Test
  void doesNotKnowWhoSaysNothing() {
    assertThat(verdict(silence(5_000))).isEqualTo(Answerer.UNKNOWN);
  }

  @Test
  void findsBeepsOfEveryPitchOnce() {
    for (int hz : new int[] {400, 440, 850, 1_000, 1_400, 2_000}) {
      BeepDetector detector = new BeepDetector(RATE);
      short[] sound =
          Pcm.joined(List.of(silence(200), Sine.samples(hz, 6_000, 4_000, RATE), silence(200)));

      assertThat(beeps(detector, sound)).as("%d Hz", hz).isEqualTo(1);
    }
  }

  @Test
  void mayBeSpokenToWhenTheBeepIsOver() throws SpeechException {
    short[] beep = Sine.samples(1_000, 6_000, 4_000, RATE);
    short[] sound =
        Pcm.joined(List.of(spoken("after the tone."), silence(1_500), beep, silence(5_000)));

    GreetingEnd ending = new GreetingEnd(RATE, false);
    int end = sound.length - 5_000 * 8;
    assertThat(endOf(ending, sound)).isBetween(end - 160, end + 480);
    assertThat(sign).isEqualTo(GreetingEnd.Sign.BEEP);
  }

  @Test
  void mayBeSpokenToWhenABeepThatGaveItAwayIsOver() {
    short[] rest = Sine.samples(1_000, 6_000, 1_600, RATE);

    GreetingEnd ending = new GreetingEnd(RATE, true);

    assertThat(endOf(ending, Pcm.joined(List.of(rest, silence(5_000))))).isBetween(1_440, 2_080);
    assertThat(sign).isEqualTo(GreetingEnd.Sign.BEEP);
  }

  @Test
  void mayBeSpokenToAfterALongSilence() throws SpeechException {
    short[] greeting = spoken("Nobody is here.");

    GreetingEnd ending = new GreetingEnd(RATE, false);

    assertThat(endOf(ending, Pcm.joined(List.of(greeting, silence(5_000)))))
        .isBetween(greeting.length, greeting.length + 3_500 * 8);
    assertThat(sign).isEqualTo(GreetingEnd.Sign.SILENCE);
  }

  private GreetingEnd.Sign sign;

  private int endOf(GreetingEnd ending, short[] sound) {
    for (int i = 0; i + 160 <= sound.length; i += 160) {
      Optional<GreetingEnd.Sign> found = ending.hear(Arrays.copyOfRange(sound, i, i + 160), 160);
      if (found.isPresent()) {
        sign = found.get();
        return i + 160;
      }
    }
    throw new AssertionError("no end");
  }

  @Test
  void findsNoBeepInSpeechNorInKeys() throws SpeechException {
    String text =
        "Leave a message after the tone. Ooh, eee, aah, moo. One thousand and one nights.";
    short[] keys = Sine.samples(697, 5_000, 8_000, RATE);
    short[] columns = Sine.samples(1_209, 5_000, 8_000, RATE);
    for (int i = 0; i < keys.length; i++) {
      keys[i] += columns[i];
    }

    assertThat(beeps(new BeepDetector(RATE), spoken(text))).isZero();
    assertThat(beeps(new BeepDetector(RATE), keys)).isZero();
  }

  private static Answerer verdict(short[]... parts) {
    short[] sound = Pcm.joined(Arrays.asList(parts));
    AnswerDetector detector = new AnswerDetector(RATE, TIMEOUT_MS);
    for (int i = 0; i + 160 <= sound.length; i += 160) {
      Optional<Answerer> verdict = detector.hear(Arrays.copyOfRange(sound, i, i + 160), 160);
      if (verdict.isPresent()) {
        assertThat(i / 8).isLessThanOrEqualTo(TIMEOUT_MS);
        return verdict.get();
      }
    }
    throw new AssertionError("no verdict");
  }

  private static int beeps(BeepDetector detector, short[] sound) {
    int beeps = 0;
    for (int i = 0; i + 160 <= sound.length; i += 160) {
      beeps += detector.hears(Arrays.copyOfRange(sound, i, i + 160), 160) ? 1 : 0;
    }
    return beeps;
  }

  private static short[] spoken(String text) throws SpeechException {
    return new FreeTtsProvider()
        .synthesize(text, Speaker.of("en-US", ""), Manner.NORMAL)
        .atEngineRate()
        .samples();
  }

  /** A line is never quite still. */
  private static short[] silence(int milliseconds) {
    Random random = new Random(4);
    short[] noise = new short[milliseconds * 8];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (20 * random.nextGaussian());
    }
    return noise;
  }
}
