package org.tandemvoice.media.engine.speech;

import java.time.Duration;

/** A piece of an SSML document in the order of speaking. */
sealed interface SpeechSegment {

  /**
   * Text to speak.
   *
   * @param language BCP 47 tag; empty for that of the prompt
   * @param voice a provider's own name of a voice or its gender; empty for that of the prompt
   */
  record Words(String text, Manner manner, String language, String voice) implements SpeechSegment {

    Words(String text) {
      this(text, Manner.NORMAL, "", "");
    }
  }

  /** Silence. */
  record Pause(Duration duration) implements SpeechSegment {}
}
