package org.tandemvoice.media.engine.speech;

import java.util.List;
import java.util.Optional;

/**
 * A text to speak, read.
 *
 * @param segments its pieces in the order of speaking
 * @param document the same as SSML, for providers that read it; empty for plain text, and for a
 *     document that asks for sound from elsewhere
 */
record SpeechScript(List<SpeechSegment> segments, Optional<String> document) {

  boolean hasWords() {
    return segments.stream().anyMatch(SpeechSegment.Words.class::isInstance);
  }
}
