package org.tandemvoice.media.engine.codec;

/** Turns the payloads of one stream into linear samples. */
@FunctionalInterface
public interface AudioDecoder {

  /**
   * Decodes into {@code pcm} from its start, as far as it has room; returns the number of samples.
   */
  int decode(byte[] payload, int offset, int length, short[] pcm);
}
