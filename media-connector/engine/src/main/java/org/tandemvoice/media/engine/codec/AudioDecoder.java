package org.tandemvoice.media.engine.codec;

/** Turns the payloads of one stream into linear samples. */
@FunctionalInterface
public interface AudioDecoder {

  /**
   * Decodes into {@code pcm} from its start, as far as it has room; returns the number of samples,
   * 0 for a payload that makes no sense.
   */
  int decode(byte[] payload, int offset, int length, short[] pcm);

  /** Whether what a payload gives depends on those before it. */
  default boolean hasMemory() {
    return true;
  }

  /** Whether {@link #conceal} makes up lost audio better than a repeated pitch period does. */
  default boolean conceals() {
    return false;
  }

  /** Makes up so many samples in place of a lost packet. Only if {@link #conceals}. */
  default void conceal(short[] pcm, int samples) {
    throw new UnsupportedOperationException("This decoder does not conceal");
  }

  /**
   * Decodes what the packet after a lost one repeats of it, or makes it up if it repeats nothing.
   * Only if {@link #conceals}.
   */
  default void recover(byte[] next, int offset, int length, short[] pcm, int samples) {
    conceal(pcm, samples);
  }
}
