package org.tandemvoice.media.engine.codec;

import java.util.OptionalInt;

/**
 * G.722 at 64 kbit/s by hand (ITU-T G.722). It carries 16 kHz, but its RTP clock says 8000 for
 * historical reasons (RFC 3551 section 4.5.2).
 */
public final class G722 implements AudioCodec {

  @Override
  public String encodingName() {
    return "G722";
  }

  @Override
  public int clockRateHz() {
    return 8000;
  }

  @Override
  public int sampleRateHz() {
    return 16_000;
  }

  @Override
  public OptionalInt staticPayloadType() {
    return OptionalInt.of(9);
  }

  @Override
  public boolean canBeHandedOn() {
    return true;
  }

  @Override
  public int durationOf(byte[] payload, int length) {
    return length;
  }

  @Override
  public AudioEncoder encoder() {
    return new G722Encoder();
  }

  @Override
  public AudioDecoder decoder() {
    return new G722Decoder();
  }
}
