package org.tandemvoice.media.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The expected sums were taken from what FFmpeg's G.722 codec makes of the same signal. */
class G722Test {

  private static final int RATE = 16_000;
  private static final long CODE_SUM = 0xC4E33478L;
  private static final long SOUND_SUM = 0x24FC8B65L;

  @Test
  void encodesBitExactly() {
    short[] signal = signal();
    byte[] code = new byte[signal.length / 2];

    int bytes = new G722().encoder().encode(signal, signal.length, code, 0);

    assertThat(bytes).isEqualTo(code.length);
    assertThat(sum(code)).isEqualTo(CODE_SUM);
  }

  @Test
  void decodesBitExactly() {
    short[] signal = signal();
    byte[] code = new byte[signal.length / 2];
    new G722().encoder().encode(signal, signal.length, code, 0);
    short[] sound = new short[signal.length];

    int samples = new G722().decoder().decode(code, 0, code.length, sound);

    assertThat(samples).isEqualTo(signal.length);
    assertThat(sum(bytes(sound))).isEqualTo(SOUND_SUM);
  }

  @Test
  void isTheSameInFramesAsInOnePiece() {
    short[] signal = signal();
    byte[] whole = new byte[signal.length / 2];
    new G722().encoder().encode(signal, signal.length, whole, 0);
    AudioEncoder encoder = new G722().encoder();
    byte[] pieces = new byte[whole.length];
    short[] frame = new short[320];

    for (int i = 0; i < signal.length; i += frame.length) {
      System.arraycopy(signal, i, frame, 0, frame.length);
      encoder.encode(frame, frame.length, pieces, i / 2);
    }

    assertThat(pieces).isEqualTo(whole);
  }

  /**
   * A rising tone, noise at full level, and silence: whole frames of 20 ms, the same everywhere.
   */
  static short[] signal() {
    short[] signal = new short[4 * RATE];
    double phase = 0;
    int noise = 1;
    for (int i = 0; i < signal.length; i++) {
      if (i < 2 * RATE) {
        phase += 2 * Math.PI * (50 + i * 0.24) / RATE;
        signal[i] = (short) (20_000 * StrictMath.sin(phase));
      } else if (i < 3 * RATE) {
        noise = noise * 1_103_515_245 + 12_345;
        signal[i] = (short) (noise >> 16);
      }
    }
    return signal;
  }

  static byte[] bytes(short[] samples) {
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }

  private static long sum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
