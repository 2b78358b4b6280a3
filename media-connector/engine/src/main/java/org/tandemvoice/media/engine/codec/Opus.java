package org.tandemvoice.media.engine.codec;

import io.github.jaredmdobson.concentus.OpusPacketInfo;
import java.util.OptionalInt;

/**
 * Opus by Concentus, a port of libopus to Java, at 48 kHz mono with in-band error correction (RFC
 * 6716, RFC 7587).
 */
public final class Opus implements AudioCodec {

  static final int RATE_HZ = 48_000;

  private static final int TICKS = 6;

  @Override
  public String encodingName() {
    return "opus";
  }

  @Override
  public int clockRateHz() {
    return RATE_HZ;
  }

  @Override
  public int channels() {
    // RFC 7587 section 7: always written as two, whatever is sent.
    return 2;
  }

  @Override
  public boolean joinsFrames() {
    return false;
  }

  @Override
  public String formatParameters() {
    return "minptime=10;useinbandfec=1";
  }

  @Override
  public OptionalInt staticPayloadType() {
    return OptionalInt.empty();
  }

  @Override
  public boolean canBeHandedOn() {
    return true;
  }

  @Override
  public int durationOf(byte[] payload, int length) {
    return OpusPacketInfo.getNumSamples(payload, 0, length, RATE_HZ) / TICKS;
  }

  @Override
  public AudioEncoder encoder() {
    return new OpusSpeechEncoder();
  }

  @Override
  public AudioDecoder decoder() {
    return new OpusSpeechDecoder();
  }
}
