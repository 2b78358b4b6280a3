package org.tandemvoice.media.engine.speech;

import java.time.Duration;

/** A piece of an SSML document in the order of speaking. */
sealed interface SpeechSegment {

  /** Text to speak. */
  record Words(String text) implements SpeechSegment {}

  /** Silence. */
  record Pause(Duration duration) implements SpeechSegment {}
}
