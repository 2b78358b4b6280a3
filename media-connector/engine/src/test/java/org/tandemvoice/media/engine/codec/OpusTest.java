package org.tandemvoice.media.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.engine.audio.Sine;

class OpusTest {

  private static final int RATE = 48_000;
  private static final int FRAME = RATE / 50;
  private static final int FRAMES = 150;
  private static final int SETTLED = 50;

  private final Opus opus = new Opus();

  @Test
  void carriesATone() {
    short[] heard = transmit(new boolean[FRAMES]);

    assertThat(settled(heard)).isGreaterThan(20);
  }

  @Test
  void staysIntelligibleWhenEveryTenthPacketIsLost() {
    Random random = new Random(1);
    boolean[] lost = new boolean[FRAMES];
    for (int i = SETTLED; i < FRAMES; i++) {
      lost[i] = random.nextInt(10) == 0;
    }

    // A pure tone carries no copies of lost frames, so this is concealment alone.
    assertThat(settled(transmit(lost))).isGreaterThan(6);
  }

  @Test
  void restoresALostPacketFromTheNextBetterThanItGuesses() {
    double restored = 0;
    double guessed = 0;
    for (int frame = SETTLED; frame < SETTLED + 40; frame += 13) {
      restored += error(frame, true);
      guessed += error(frame, false);
    }

    assertThat(restored).isLessThan(guessed / 1.5);
  }

  @Test
  void makesNothingOfGarbageAndGoesOn() {
    AudioDecoder decoder = opus.decoder();
    Random random = new Random(7);
    short[] pcm = new short[6 * FRAME];

    assertThatNoException()
        .isThrownBy(
            () -> {
              for (int i = 0; i < 3_000; i++) {
                byte[] garbage = new byte[1 + random.nextInt(200)];
                random.nextBytes(garbage);
                decoder.decode(garbage, 0, garbage.length, pcm);
                decoder.recover(garbage, 0, garbage.length, pcm, FRAME);
              }
            });
  }

  private short[] transmit(boolean[] lost) {
    short[] tone = Sine.samples(440, 8_000, FRAMES * FRAME, RATE);
    short[] heard = new short[tone.length];
    AudioEncoder encoder = opus.encoder();
    AudioDecoder decoder = opus.decoder();
    byte[] packet = new byte[400];
    short[] pcm = new short[FRAME];
    for (int i = 0; i < FRAMES; i++) {
      int bytes = encoder.encode(frame(tone, i), FRAME, packet, 0);
      if (lost[i]) {
        continue;
      }
      if (i > 0 && lost[i - 1]) {
        decoder.recover(packet, 0, bytes, pcm, FRAME);
        System.arraycopy(pcm, 0, heard, (i - 1) * FRAME, FRAME);
      }
      assertThat(decoder.decode(packet, 0, bytes, pcm)).isEqualTo(FRAME);
      System.arraycopy(pcm, 0, heard, i * FRAME, FRAME);
    }
    return heard;
  }

  /** How far a chirping voice's frame is from what would have been heard without the loss. */
  private double error(int lostFrame, boolean restore) {
    short[] voice = voice();
    AudioEncoder encoder = opus.encoder();
    AudioDecoder whole = opus.decoder();
    AudioDecoder hurt = opus.decoder();
    byte[] packet = new byte[400];
    short[] expected = new short[FRAME];
    short[] made = new short[FRAME];
    for (int i = 0; i <= lostFrame; i++) {
      int bytes = encoder.encode(frame(voice, i), FRAME, packet, 0);
      whole.decode(packet, 0, bytes, expected);
      if (i < lostFrame) {
        hurt.decode(packet, 0, bytes, made);
      }
    }
    int bytes = encoder.encode(frame(voice, lostFrame + 1), FRAME, packet, 0);
    if (restore) {
      hurt.recover(packet, 0, bytes, made, FRAME);
    } else {
      hurt.conceal(made, FRAME);
    }
    double error = 0;
    for (int i = 0; i < FRAME; i++) {
      error += Math.pow(expected[i] - made[i], 2);
    }
    return error;
  }

  private static short[] voice() {
    short[] voice = new short[FRAMES * FRAME];
    double phase = 0;
    for (int i = 0; i < voice.length; i++) {
      phase += 2 * Math.PI * (160 + 60 * Math.sin(2 * Math.PI * 4.0 * i / RATE)) / RATE;
      double loudness = 1 + 0.8 * Math.sin(2 * Math.PI * 7.0 * i / RATE);
      voice[i] =
          (short)
              (3_000 * loudness * (Math.sin(phase) + Math.sin(3 * phase) + Math.sin(7 * phase)));
    }
    return voice;
  }

  private static double settled(short[] heard) {
    return Sine.signalToNoise(
        Arrays.copyOfRange(heard, SETTLED * FRAME, (FRAMES - 1) * FRAME), 440, RATE);
  }

  private static short[] frame(short[] samples, int index) {
    return Arrays.copyOfRange(samples, index * FRAME, (index + 1) * FRAME);
  }
}
