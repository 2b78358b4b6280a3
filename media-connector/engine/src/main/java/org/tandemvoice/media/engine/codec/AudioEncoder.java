package org.tandemvoice.media.engine.codec;

/** Turns linear samples into the payload of one stream. */
@FunctionalInterface
public interface AudioEncoder {

  /**
   * Encodes the first {@code samples} of {@code pcm} to {@code payload} from {@code offset};
   * returns bytes written.
   */
  int encode(short[] pcm, int samples, byte[] payload, int offset);

  /** So many of a hundred packets are lost on their way; an encoder may repeat more then. */
  default void expectLoss(int percent) {}
}
