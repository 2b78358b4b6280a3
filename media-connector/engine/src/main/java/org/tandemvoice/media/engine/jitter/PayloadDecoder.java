package org.tandemvoice.media.engine.jitter;

import java.util.Optional;
import org.tandemvoice.media.engine.audio.RateConverter;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioDecoder;

/** The decoder of one payload type, whose sound comes at the rate its leg works at. */
public final class PayloadDecoder {

  static final int UNIT_HZ = 8_000;

  private final Optional<AudioCodec> codec;
  private final AudioDecoder decoder;
  private final int clockFactor;
  private final RateConverter converter;
  private final short[] decoded;

  /**
   * Makes a decoder.
   *
   * @param clockRateHz of the RTP timestamps, a multiple of 8000
   * @param codecRateHz of what the decoder gives
   * @param legRateHz of what is wanted
   */
  public PayloadDecoder(AudioDecoder decoder, int clockRateHz, int codecRateHz, int legRateHz) {
    this(Optional.empty(), decoder, clockRateHz, codecRateHz, legRateHz);
  }

  private PayloadDecoder(
      Optional<AudioCodec> codec,
      AudioDecoder decoder,
      int clockRateHz,
      int codecRateHz,
      int legRateHz) {
    this.codec = codec;
    this.decoder = decoder;
    this.clockFactor = clockRateHz / UNIT_HZ;
    int most = codecRateHz / UNIT_HZ * JitterBuffer.MAX_PACKET;
    this.decoded = codecRateHz == legRateHz ? new short[0] : new short[most];
    this.converter =
        codecRateHz == legRateHz ? null : new RateConverter(codecRateHz, legRateHz, most);
  }

  public static PayloadDecoder of(AudioCodec codec, int legRateHz) {
    return new PayloadDecoder(
        Optional.of(codec), codec.decoder(), codec.clockRateHz(), codec.sampleRateHz(), legRateHz);
  }

  /** Duration of a payload of that codec (see {@link AudioCodec}); negative if it is of another. */
  int durationAs(AudioCodec expected, byte[] payload, int length) {
    boolean isExpected = codec.isPresent() && codec.get() == expected;
    return isExpected ? expected.durationOf(payload, length) : -1;
  }

  /** Ticks of the RTP clock in one eight-thousandth of a second. */
  int clockFactor() {
    return clockFactor;
  }

  int decode(byte[] payload, int offset, int length, short[] pcm) {
    if (converter == null) {
      return decoder.decode(payload, offset, length, pcm);
    }
    return converter.convert(decoded, decoder.decode(payload, offset, length, decoded), pcm);
  }

  /** Whether what it gives depends on what it was given before. */
  boolean hasMemory() {
    return converter != null || decoder.hasMemory();
  }

  /** Whether it makes up lost sound itself. */
  boolean conceals() {
    return converter == null && decoder.conceals();
  }

  void conceal(short[] pcm, int samples) {
    decoder.conceal(pcm, samples);
  }

  /** Makes up the packet before that one, by what that one repeats of it. */
  void recover(byte[] next, int length, short[] pcm, int samples) {
    decoder.recover(next, 0, length, pcm, samples);
  }
}
