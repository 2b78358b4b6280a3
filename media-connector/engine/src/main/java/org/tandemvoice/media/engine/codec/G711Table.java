package org.tandemvoice.media.engine.codec;

/** The two loops that both G.711 laws share. */
final class G711Table {

  private G711Table() {}

  static int encode(byte[] codes, short[] pcm, int samples, byte[] payload, int offset) {
    for (int i = 0; i < samples; i++) {
      payload[offset + i] = codes[pcm[i] & 0xFFFF];
    }
    return samples;
  }

  static int decode(short[] linear, byte[] payload, int offset, int length, short[] pcm) {
    int samples = Math.min(length, pcm.length);
    for (int i = 0; i < samples; i++) {
      pcm[i] = linear[payload[offset + i] & 0xFF];
    }
    return samples;
  }
}
