package org.tandemvoice.media.engine.speech;

import org.tandemvoice.media.engine.audio.Pcm;

/** Something that can speak. Called from worker threads, from several at once. */
public interface SpeechProvider {

  /** The name by which a prompt may prefer it, for instance {@code freetts}. */
  String name();

  /** Whether it has a voice for that BCP 47 tag. */
  boolean speaks(String language);

  /** Does beforehand what would make the first sentence slow. */
  default void warmUp() throws SpeechException {}

  /**
   * Speaks plain text.
   *
   * @param voiceId the provider's own name of a voice; an unknown or empty one means its default
   * @throws SpeechException if it cannot; the message is a sentence for the customer
   */
  Pcm synthesize(String text, String language, String voiceId) throws SpeechException;

  /**
   * Speaks plain text in a manner; the volume is the caller's business. Providers whose voices
   * cannot be bent speak as they always do.
   */
  default Pcm synthesize(String text, String language, String voiceId, Manner manner)
      throws SpeechException {
    return synthesize(text, language, voiceId);
  }
}
