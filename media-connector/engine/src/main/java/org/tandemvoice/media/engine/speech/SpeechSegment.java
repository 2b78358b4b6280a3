package org.tandemvoice.media.engine.speech;

import java.time.Duration;

/** A piece of an SSML document in the order of speaking. */
sealed interface SpeechSegment {

  /**
   * Text to speak.
   *
   * @param language BCP 47 tag; empty for that of the prompt
   * @param voiceId the provider's own name of a voice; empty for that of the prompt
   */
  record Words(String text, Manner manner, String language, String voiceId)
      implements SpeechSegment {

    Words(String text) {
      this(text, Manner.NORMAL, "", "");
    }
  }

  /** Silence. */
  record Pause(Duration duration) implements SpeechSegment {}
}
