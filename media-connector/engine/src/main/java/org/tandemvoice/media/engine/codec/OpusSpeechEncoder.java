package org.tandemvoice.media.engine.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;

/** Encodes frames of 20 ms as speech, each with a coarse copy of the one before it. */
final class OpusSpeechEncoder implements AudioEncoder {

  /** Below this rate libopus sends no copy of the frame before. */
  private static final int BITS_PER_SECOND = 40_000;

  private static final int COMPLEXITY = 5;

  /** Expected before anybody has reported and when nobody reports: copies are always sent. */
  private static final int LEAST_LOSS_PERCENT = 10;

  private static final int MOST_LOSS_PERCENT = 40;

  private final OpusEncoder encoder;
  private int expectedLossPercent = LEAST_LOSS_PERCENT;

  OpusSpeechEncoder() {
    try {
      encoder = new OpusEncoder(Opus.RATE_HZ, 1, OpusApplication.OPUS_APPLICATION_VOIP);
    } catch (OpusException e) {
      throw new IllegalStateException("Opus does not know 48 kHz mono", e);
    }
    encoder.setBitrate(BITS_PER_SECOND);
    encoder.setComplexity(COMPLEXITY);
    encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
    encoder.setUseInbandFEC(true);
    encoder.setPacketLossPercent(expectedLossPercent);
  }

  @Override
  public void expectLoss(int percent) {
    int expected = Math.max(LEAST_LOSS_PERCENT, Math.min(MOST_LOSS_PERCENT, percent));
    if (expected != expectedLossPercent) {
      expectedLossPercent = expected;
      encoder.setPacketLossPercent(expected);
    }
  }

  @Override
  public int encode(short[] pcm, int samples, byte[] payload, int offset) {
    try {
      return encoder.encode(pcm, 0, samples, payload, offset, payload.length - offset);
    } catch (OpusException e) {
      throw new IllegalStateException("Opus cannot encode " + samples + " samples", e);
    }
  }
}
