package org.tandemvoice.media.engine.codec;

import java.util.OptionalInt;

/**
 * G.729 at 8 kbit/s by libjitsi's Java code; nothing native is loaded. Silence compression of annex
 * B is neither sent nor asked for.
 */
public final class G729 implements AudioCodec {

  /** One frame of 10 ms. */
  static final int FRAME_BYTES = 10;

  static final int FRAME_SAMPLES = 80;

  @Override
  public String encodingName() {
    return "G729";
  }

  @Override
  public int clockRateHz() {
    return 8000;
  }

  @Override
  public String formatParameters() {
    // RFC 4856 section 2.1.9: without this the other side may send silence frames.
    return "annexb=no";
  }

  @Override
  public OptionalInt staticPayloadType() {
    return OptionalInt.of(18);
  }

  @Override
  public boolean canBeHandedOn() {
    return true;
  }

  @Override
  public int durationOf(byte[] payload, int length) {
    return length % FRAME_BYTES == 0 ? length / FRAME_BYTES * FRAME_SAMPLES : -1;
  }

  @Override
  public AudioEncoder encoder() {
    return new G729Encoder();
  }

  @Override
  public AudioDecoder decoder() {
    return new G729Decoder();
  }
}
