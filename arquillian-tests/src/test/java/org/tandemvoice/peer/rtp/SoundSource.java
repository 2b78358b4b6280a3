package org.tandemvoice.peer.rtp;

import java.util.Arrays;
import java.util.Random;
import org.tandemvoice.peer.audio.Sound;

/** What a peer says, asked for in frames of 20 ms. */
@FunctionalInterface
public interface SoundSource {

  int FRAME = 160;

  short[] nextFrame();

  static SoundSource silence() {
    return () -> new short[FRAME];
  }

  /** An endless sine at about -12 dBFS. */
  static SoundSource tone(double frequency) {
    return new SoundSource() {
      private long position;

      @Override
      public short[] nextFrame() {
        short[] frame = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
          double phase = 2 * Math.PI * frequency * position++ / Sound.TELEPHONE_RATE;
          frame[i] = (short) Math.round(8000 * Math.sin(phase));
        }
        return frame;
      }
    };
  }

  /** Loud noise: no frame is like another, and no sample is near silence. */
  static SoundSource noise(long seed) {
    Random random = new Random(seed);
    return () -> {
      short[] frame = new short[FRAME];
      for (int i = 0; i < FRAME; i++) {
        int level = random.nextInt(100, 8_000);
        frame[i] = (short) (random.nextBoolean() ? level : -level);
      }
      return frame;
    };
  }

  /** The sound once (8 kHz), then silence. */
  static SoundSource once(Sound sound) {
    if (sound.rate() != Sound.TELEPHONE_RATE) {
      throw new AssertionError("Only 8000 Hz can be sent, not " + sound.rate());
    }
    return new SoundSource() {
      private int position;

      @Override
      public short[] nextFrame() {
        int end = Math.min(position + FRAME, sound.samples().length);
        short[] frame = Arrays.copyOfRange(sound.samples(), Math.min(position, end), end);
        position = end;
        return Arrays.copyOf(frame, FRAME);
      }
    };
  }

  /** Samples as a phone hears them that were sent to it as PCMU. */
  static short[] asHeard(short[] samples) {
    PhoneCodec codec = PhoneCodec.of("PCMU/8000");
    return codec.decode(codec.encode(samples));
  }
}
