package org.tandemvoice.media.engine.codec;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;

/** Decodes to mono, makes up lost packets and restores them from the copy in the next one. */
final class OpusSpeechDecoder implements AudioDecoder {

  /** What it gives comes in steps of 2.5 ms. */
  private static final int STEP_SAMPLES = Opus.RATE_HZ / 400;

  private static final byte[] NOTHING = {};

  private final OpusDecoder decoder;

  OpusSpeechDecoder() {
    try {
      decoder = new OpusDecoder(Opus.RATE_HZ, 1);
    } catch (OpusException e) {
      throw new IllegalStateException("Opus does not know 48 kHz mono", e);
    }
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] pcm) {
    return decode(payload, offset, length, pcm, pcm.length, false);
  }

  @Override
  public boolean conceals() {
    return true;
  }

  @Override
  public void conceal(short[] pcm, int samples) {
    fill(NOTHING, 0, 0, pcm, samples, false);
  }

  @Override
  public void recover(byte[] next, int offset, int length, short[] pcm, int samples) {
    fill(next, offset, length, pcm, samples, true);
  }

  private void fill(byte[] packet, int offset, int length, short[] pcm, int samples, boolean copy) {
    int whole = samples - samples % STEP_SAMPLES;
    int made = whole == 0 ? 0 : decode(packet, offset, length, pcm, whole, copy);
    Arrays.fill(pcm, Math.min(made, samples), samples, (short) 0);
  }

  private int decode(
      byte[] packet, int offset, int length, short[] pcm, int room, boolean copyOfLast) {
    try {
      byte[] given = length == 0 ? null : packet;
      return Math.max(0, decoder.decode(given, offset, length, pcm, 0, room, copyOfLast));
    } catch (OpusException | RuntimeException | AssertionError e) {
      // A packet from the network may be anything, and the library checks some of it by assertion.
      return 0;
    }
  }
}
