package org.tandemvoice.media.engine.speech;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.Pcm;

/**
 * Speaks prompts with the first provider that can, the preferred one before the others, and
 * remembers the result.
 */
public final class SpeechSynthesis {

  private static final Logger LOG = System.getLogger(SpeechSynthesis.class.getName());
  private static final long CACHED_SAMPLES = 16L * 1024 * 1024;
  private static final int MAX_CHARACTERS = 20_000;
  private static final String DEFAULT_LANGUAGE = "en-US";

  private final List<SpeechProvider> providers;
  private final SpeechCache cache = new SpeechCache(CACHED_SAMPLES);

  /** Providers in order of preference. */
  public SpeechSynthesis(List<SpeechProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  /** Lets every provider get ready; one that cannot says so when it is needed. */
  public void warmUp() {
    for (SpeechProvider provider : providers) {
      try {
        provider.warmUp();
      } catch (SpeechException e) {
        LOG.log(Level.WARNING, "Speech provider " + provider.name() + " is not ready", e);
      }
    }
  }

  /**
   * The sound of a prompt at the engine's rate.
   *
   * @throws SpeechException if no provider can speak it; the message is a sentence for the customer
   */
  public Pcm speak(Prompt.Speech speech) throws SpeechException {
    Optional<short[]> spoken = cache.find(speech);
    if (spoken.isPresent()) {
      return new Pcm(Pcm.ENGINE_RATE_HZ, spoken.get());
    }
    if (speech.text().length() > MAX_CHARACTERS) {
      throw new SpeechException("The text is longer than " + MAX_CHARACTERS + " characters");
    }
    List<SpeechSegment> segments = Ssml.segments(speech.text());
    short[] sound = speak(segments, speech);
    cache.keep(speech, sound);
    return new Pcm(Pcm.ENGINE_RATE_HZ, sound);
  }

  private short[] speak(List<SpeechSegment> segments, Prompt.Speech speech) throws SpeechException {
    String language = speech.language().isBlank() ? DEFAULT_LANGUAGE : speech.language();
    List<SpeechProvider> able = able(language, speech.provider());
    if (able.isEmpty()) {
      throw new SpeechException("No voice of this server speaks the language '" + language + "'");
    }
    SpeechException failure = null;
    for (SpeechProvider provider : able) {
      try {
        return speak(segments, provider, language, speech.voiceId());
      } catch (SpeechException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private List<SpeechProvider> able(String language, String preferred) {
    Stream<SpeechProvider> first =
        providers.stream().filter(p -> p.name().equalsIgnoreCase(preferred));
    Stream<SpeechProvider> others =
        providers.stream().filter(p -> !p.name().equalsIgnoreCase(preferred));
    return Stream.concat(first, others).filter(p -> p.speaks(language)).toList();
  }

  private short[] speak(
      List<SpeechSegment> segments, SpeechProvider provider, String language, String voiceId)
      throws SpeechException {
    List<short[]> parts = new ArrayList<>();
    for (SpeechSegment segment : segments) {
      if (segment instanceof SpeechSegment.Words words) {
        parts.add(speak(words, provider, language, voiceId));
      } else if (segment instanceof SpeechSegment.Pause pause) {
        parts.add(new short[samples(pause.duration())]);
      }
    }
    return Pcm.joined(parts);
  }

  /** Words in a language of their own may need another provider than the rest. */
  private short[] speak(
      SpeechSegment.Words words, SpeechProvider provider, String language, String voiceId)
      throws SpeechException {
    String tongue = words.language().isEmpty() ? language : words.language();
    SpeechProvider speaker = provider;
    if (!provider.speaks(tongue)) {
      speaker =
          able(tongue, provider.name()).stream()
              .findFirst()
              .orElseThrow(
                  () ->
                      new SpeechException(
                          "No voice of this server speaks the language '" + tongue + "'"));
    }
    String voice = words.voiceId().isEmpty() ? voiceId : words.voiceId();
    Pcm sound = speaker.synthesize(words.text(), tongue, voice, words.manner());
    return amplified(sound.atEngineRate().samples(), words.manner().volume());
  }

  private static short[] amplified(short[] samples, double factor) {
    if (factor == 1) {
      return samples;
    }
    short[] louder = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      louder[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i] * factor));
    }
    return louder;
  }

  private static int samples(Duration duration) {
    return (int) (duration.toMillis() * Pcm.ENGINE_RATE_HZ / 1000);
  }
}
