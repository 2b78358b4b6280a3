package org.tandemvoice.media.engine.codec;

import java.util.OptionalInt;

/**
 * One audio encoding: its names in SDP and a source of encoders and decoders, which may hold state
 * of one stream.
 */
public interface AudioCodec {

  /** As in {@code a=rtpmap}, for instance {@code PCMU}; compared without regard to case. */
  String encodingName();

  /** RTP clock, Hz. */
  int clockRateHz();

  /** Samples a second that encoders take and decoders give; mostly the RTP clock. */
  default int sampleRateHz() {
    return clockRateHz();
  }

  /** Channels named in {@code a=rtpmap}; encoders and decoders are mono all the same. */
  default int channels() {
    return 1;
  }

  /** Whether the codes of several frames may follow one another in one packet. */
  default boolean joinsFrames() {
    return true;
  }

  /**
   * How long a payload sounds, in eight-thousandths of a second, so that it can be handed on
   * without decoding; negative if that cannot be told or is not worth it.
   */
  default int durationOf(byte[] payload, int length) {
    return -1;
  }

  /** Whether {@link #durationOf} can tell anything at all. */
  default boolean canBeHandedOn() {
    return false;
  }

  /** What we write into {@code a=fmtp}; empty for nothing. */
  default String formatParameters() {
    return "";
  }

  /** The number of RFC 3551 section 6, if the codec has one. */
  OptionalInt staticPayloadType();

  AudioEncoder encoder();

  AudioDecoder decoder();
}
