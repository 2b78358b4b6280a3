package org.tandemvoice.media.engine.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.media.engine.codec.Pcmu;
import org.tandemvoice.media.engine.speech.FreeTtsProvider;
import org.tandemvoice.media.engine.speech.Manner;
import org.tandemvoice.media.engine.speech.Speaker;
import org.tandemvoice.media.engine.speech.SpeechException;
import org.tandemvoice.media.engine.tone.ToneGenerator;

class InbandDigitReceiverTest implements DigitListener {

  private static final String ALL = "0123456789*#ABCD";

  private final InbandDigitReceiver receiver = new InbandDigitReceiver(this);
  private final StringBuilder begun = new StringBuilder();
  private final StringBuilder ended = new StringBuilder();
  private final List<Integer> durations = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"100,100,0", "50,50,0", "45,45,0", "60,60,16", "100,40,10"})
  void hearsEveryKeyThroughMuLaw(int pressMs, int pauseMs, int softerDb) {
    short[] sound = dial(ALL + ALL, pressMs, pauseMs, softerDb);
    addNoise(sound, 20 + softerDb);

    hear(companded(sound));

    assertThat(begun).hasToString(ALL + ALL);
    assertThat(ended).hasToString(ALL + ALL);
  }

  @Test
  void tellsHowLongAKeyWasPressed() {
    hear(dial("5", 200, 100, 0));

    assertThat(durations).singleElement().satisfies(d -> assertThat(d).isBetween(170, 210));
  }

  @Test
  void isDeafToBurstsThatAreTooShort() {
    hear(dial(ALL, 15, 60, 0));

    assertThat(begun).isEmpty();
  }

  @Test
  void isDeafToASingleTone() {
    short[] tone = new short[8_000];
    new ToneGenerator(8_000).start(941, 0, -10).sound(tone, 0, tone.length);

    hear(tone);

    assertThat(begun).isEmpty();
  }

  @Test
  void isDeafToSpeech() throws SpeechException {
    String text =
        "Welcome to our service. For sales, press one. For support, press two. To hear these"
            + " options again, please stay on the line, and somebody will soon be with you."
            + " Eee, ooh, aah. Sixteen zebras easily seize nineteen geese in the freezing breeze.";

    hear(
        new FreeTtsProvider()
            .synthesize(text, Speaker.of("en-US", ""), Manner.NORMAL)
            .atEngineRate()
            .samples());

    assertThat(begun).isEmpty();
  }

  @Test
  void isDeafToNoise() {
    short[] noise = new short[80_000];
    addNoise(noise, 6);

    hear(noise);

    assertThat(begun).isEmpty();
  }

  @Override
  public void digitBegan(char digit) {
    begun.append(digit);
  }

  @Override
  public void digitEnded(char digit, int durationMs) {
    ended.append(digit);
    durations.add(durationMs);
  }

  private void hear(short[] sound) {
    short[] frame = new short[160];
    for (int i = 0; i + 160 <= sound.length; i += 160) {
      System.arraycopy(sound, i, frame, 0, 160);
      receiver.hear(frame, 160);
    }
  }

  private static short[] dial(String digits, int pressMs, int pauseMs, int softerDb) {
    short[] sound = new short[digits.length() * (pressMs + pauseMs) * 8 + 800];
    ToneGenerator generator = new ToneGenerator(8_000);
    double gain = Math.pow(10, -softerDb / 20.0);
    int at = 160;
    for (char digit : digits.toCharArray()) {
      DigitTone.press(digit, generator);
      generator.sound(sound, at, pressMs * 8);
      at += (pressMs + pauseMs) * 8;
    }
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) (sound[i] * gain);
    }
    return sound;
  }

  /** Noise so many decibels below a tone of 10 dB below full scale. */
  private static void addNoise(short[] sound, int belowDb) {
    Random random = new Random(3);
    double deviation = 7_300 * Math.pow(10, -belowDb / 20.0);
    for (int i = 0; i < sound.length; i++) {
      sound[i] =
          (short) Math.max(-32_000, Math.min(32_000, sound[i] + deviation * random.nextGaussian()));
    }
  }

  private static short[] companded(short[] sound) {
    byte[] code = new byte[sound.length];
    short[] heard = new short[sound.length];
    new Pcmu().encoder().encode(sound, sound.length, code, 0);
    new Pcmu().decoder().decode(code, 0, code.length, heard);
    return heard;
  }
}
