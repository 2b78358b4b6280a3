package org.tandemvoice.media.engine.speech;

import java.util.Optional;
import org.tandemvoice.media.engine.audio.Pcm;

/** Something that can speak. Called from worker threads, from several at once. */
public interface SpeechProvider {

  /** The name by which a prompt may prefer it, for instance {@code freetts}. */
  String name();

  /**
   * Whether it has a voice for that BCP 47 tag.
   *
   * @throws SpeechException if it cannot tell, because it is out of reach
   */
  boolean speaks(String language) throws SpeechException;

  /** Whether it is known to have a voice of that name. */
  default boolean hasVoice(String voiceId) {
    return false;
  }

  /** Whether it takes so long a text, or SSML document, at once. */
  default boolean takes(String input, boolean isMarkup) {
    return true;
  }

  /** Does beforehand what would make the first sentence slow. */
  default void warmUp() throws SpeechException {}

  /**
   * Speaks plain text in a manner; the volume is the caller's business. Providers whose voices
   * cannot be bent speak as they always do. An unknown voice means the default one.
   *
   * @throws SpeechException if it cannot; the message is a sentence for the customer
   */
  Pcm synthesize(String text, Speaker speaker, Manner manner) throws SpeechException;

  /**
   * Speaks an SSML document that is well formed; empty if it reads no markup or not this one, and
   * the caller has to take it apart.
   */
  default Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
    return Optional.empty();
  }
}
