package org.tandemvoice.media.engine.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.media.Prompt;

/** What was spoken before, by content; the longest unused goes first when there is too much. */
final class SpeechCache {

  private final long maxSamples;
  private final Map<Prompt.Speech, short[]> spoken = new LinkedHashMap<>(64, 0.75f, true);
  private long samples;

  SpeechCache(long maxSamples) {
    this.maxSamples = maxSamples;
  }

  synchronized Optional<short[]> find(Prompt.Speech speech) {
    return Optional.ofNullable(spoken.get(speech));
  }

  synchronized void keep(Prompt.Speech speech, short[] sound) {
    if (sound.length > maxSamples / 4 || spoken.containsKey(speech)) {
      return;
    }
    spoken.put(speech, sound);
    samples += sound.length;
    var eldest = spoken.entrySet().iterator();
    while (samples > maxSamples) {
      samples -= eldest.next().getValue().length;
      eldest.remove();
    }
  }
}
