package org.tandemvoice.media.engine.speech;

import org.tandemvoice.media.engine.speech.VoiceCatalogue.Voice;

/** A service outside this process that tells by a list which voices it has. */
interface CatalogueProvider extends SpeechProvider {

  VoiceCatalogue voices();

  @Override
  default boolean speaks(String language) throws SpeechException {
    return voices().speaks(language);
  }

  @Override
  default boolean hasVoice(String voiceId) {
    return voices().has(voiceId);
  }

  @Override
  default void warmUp() throws SpeechException {
    voices().speaks("en-US");
  }

  /**
   * The voice that fits the speaker best.
   *
   * @throws SpeechException if there is none of the language
   */
  default Voice voice(Speaker speaker) throws SpeechException {
    return voices()
        .choose(speaker)
        .orElseThrow(
            () ->
                new SpeechException(
                    "The speech service '"
                        + name()
                        + "' has no voice for '"
                        + speaker.language()
                        + "'"));
  }
}
