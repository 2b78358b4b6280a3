package org.tandemvoice.media.engine.codec;

import java.util.function.IntFunction;

/** One law of G.711 as two tables, and the loops over them. */
final class G711Table implements AudioEncoder, AudioDecoder {

  private final short[] linear = new short[256];
  private final byte[] codes = new byte[65536];

  /**
   * @param expand from a code, 0 to 255, to a sample
   * @param compress from a sample of 16 bits to a code
   */
  G711Table(IntFunction<Short> expand, IntFunction<Byte> compress) {
    for (int code = 0; code < linear.length; code++) {
      linear[code] = expand.apply(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      codes[sample & 0xFFFF] = compress.apply(sample);
    }
  }

  @Override
  public int encode(short[] pcm, int samples, byte[] payload, int offset) {
    for (int i = 0; i < samples; i++) {
      payload[offset + i] = codes[pcm[i] & 0xFFFF];
    }
    return samples;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] pcm) {
    int samples = Math.min(length, pcm.length);
    for (int i = 0; i < samples; i++) {
      pcm[i] = linear[payload[offset + i] & 0xFF];
    }
    return samples;
  }

  @Override
  public boolean hasMemory() {
    return false;
  }
}
